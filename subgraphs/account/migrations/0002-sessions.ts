import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';

export class Sessions extends Migration {
  override up(): void {
    // Who left keeps nothing but the id, so that it never means somebody else.
    this.addSql(`
      alter table members
        alter column email drop not null,
        alter column name drop not null,
        alter column age drop not null,
        add column version integer not null default 1,
        add column language text not null default 'KO' check (language in ('KO', 'EN')),
        add column deleted_at timestamptz,
        add constraint members_erased check (
          case when deleted_at is null then email is not null and name is not null
          else email is null and name is null and age is null and roles = '{}' end)`);
    this.addSql(`
      create table sessions (
        id uuid primary key,
        member_id uuid not null references members (id) on delete cascade,
        created_at timestamptz not null,
        ended_at timestamptz,
        ended_because text check (
          ended_because in ('SIGNED_OUT', 'REUSED', 'EXPIRED', 'PASSWORD_CHANGED', 'ADDRESS_PROVEN')
        ),
        check ((ended_at is null) = (ended_because is null))
      )`);
    this.addSql('create index sessions_of_member on sessions (member_id)');
    // The token itself is known to nobody but its holder.
    this.addSql(`
      create table refresh_tokens (
        hash bytea primary key check (length(hash) = 32),
        session_id uuid not null references sessions (id) on delete cascade,
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    this.addSql('create unique index refresh_tokens_one_unused on refresh_tokens (session_id) where used_at is null');
    this.addSql('create index refresh_tokens_of_session on refresh_tokens (session_id)');
    this.addSql('create index refresh_tokens_by_expiry on refresh_tokens (expires_at)');
    this.addSql(`
      create table revoked_sessions (
        place bigint generated always as identity primary key,
        session_id uuid not null,
        until timestamptz not null
      )`);
    this.addSql('alter table signing_keys add column promoted_at timestamptz');
    this.addSql('update signing_keys set promoted_at = created_at');
    this.addSql(`
      update signing_keys set retired_at = now() where retired_at is null
        and kid <> (select kid from signing_keys where retired_at is null order by created_at desc, kid limit 1)`);
    this.addSql(`
      create unique index signing_keys_one_next on signing_keys ((true)) where promoted_at is null and retired_at is null`);
    this.addSql(`
      create unique index signing_keys_one_current on signing_keys ((true)) where promoted_at is not null and retired_at is null`);
    for (const statement of outboxTables) this.addSql(statement);
  }
}
