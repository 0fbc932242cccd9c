import { Migration } from '@mikro-orm/migrations';

export class Members extends Migration {
  override up(): void {
    this.addSql(`
      create table members (
        id uuid primary key,
        email text not null,
        name text not null,
        age integer not null,
        roles text[] not null check (roles <@ array['MEMBER', 'COURIER', 'DRIVER', 'MERCHANT', 'ADMIN']),
        created_at timestamptz not null
      )`);
    this.addSql('create unique index members_by_email on members (lower(email))');
    // A table of its own: whoever reads a member reads no secret, and a member may come in by another way than a password.
    this.addSql(`
      create table passwords (
        member_id uuid primary key references members (id) on delete cascade,
        hash text not null
      )`);
    this.addSql(`
      create table signing_keys (
        kid text primary key,
        private_key jsonb not null,
        public_key jsonb not null,
        created_at timestamptz not null,
        retired_at timestamptz
      )`);
  }
}
