import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';

export class Notifications extends Migration {
  override up(): void {
    // One row per member who was ever told of or told something. Its lock is what puts a mailbox in order. Who left keeps
    // the id alone, so that nothing that comes late is put in.
    this.addSql(`
      create table recipients (
        id uuid primary key,
        profile_version integer not null default 0,
        name text not null default '',
        language text not null default 'KO' check (language in ('KO', 'EN')),
        last_number integer not null default 0,
        unread_count integer not null default 0 check (unread_count between 0 and last_number),
        is_forgotten boolean not null default false,
        check (not is_forgotten or (name = '' and last_number = 0))
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table notifications (
        recipient_id uuid not null,
        number integer not null check (number > 0),
        id uuid not null unique,
        fact_key text not null,
        kind text not null,
        parameters jsonb not null,
        about_id uuid,
        order_id uuid,
        taxi_booking_id uuid,
        created_at timestamptz not null,
        read_at timestamptz,
        primary key (recipient_id, number),
        unique (recipient_id, fact_key)
      )`);
    this.addSql('create index notifications_unread on notifications (recipient_id, number) where read_at is null');
    this.addSql('create index notifications_about on notifications (about_id) where about_id is not null');
    for (const statement of outboxTables) this.addSql(statement);
  }
}
