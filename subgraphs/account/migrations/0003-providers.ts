import { Migration } from '@mikro-orm/migrations';

export class Providers extends Migration {
  override up(): void {
    this.addSql(`
      create table linked_providers (
        provider text not null check (provider in ('GOOGLE', 'NAVER')),
        subject text not null,
        member_id uuid not null references members (id) on delete cascade,
        email_verified boolean not null,
        linked_at timestamptz not null,
        primary key (provider, subject),
        unique (member_id, provider)
      )`);
    this.addSql(`
      create table provider_sign_ins (
        state_hash text primary key,
        provider text not null check (provider in ('GOOGLE', 'NAVER')),
        redirect_uri text not null,
        nonce text not null,
        verifier text not null,
        expires_at timestamptz not null
      )`);
    this.addSql('create index provider_sign_ins_by_expiry on provider_sign_ins (expires_at)');
  }
}
