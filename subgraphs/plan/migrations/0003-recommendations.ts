import { Migration } from '@mikro-orm/migrations';

export class Recommendations extends Migration {
  override up(): void {
    this.addSql(`
      create table recommendations (
        id uuid primary key,
        version integer not null,
        member_id uuid not null,
        kind text not null check (kind in ('PERSONAL', 'TREND', 'TASTE')),
        request jsonb not null,
        state text not null check (state in ('REQUESTED', 'RESERVED', 'READY', 'FAILED')),
        plan_id uuid check ((plan_id is not null) = (state = 'READY')),
        reason text check ((reason is not null) = (state = 'FAILED')),
        requested_at timestamptz not null,
        changed_at timestamptz not null,
        idempotency_key text not null,
        request_hash text not null,
        unique (member_id, idempotency_key)
      )`);
  }
}
