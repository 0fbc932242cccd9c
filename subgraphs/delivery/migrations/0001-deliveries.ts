import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';

export class Deliveries extends Migration {
  override up(): void {
    this.addSql(`
      create table deliveries (
        id uuid primary key,
        version integer not null check (version > 0),
        order_id uuid not null unique,
        customer_id uuid not null,
        status text not null check (status in ('STARTED', 'COMPLETED', 'CANCELLED')),
        courier_id uuid check (courier_id is not null or status <> 'COMPLETED'),
        address text not null,
        started_at timestamptz check (started_at is not null or status = 'CANCELLED'),
        accepted_at timestamptz check ((accepted_at is not null) = (courier_id is not null)),
        completed_at timestamptz check ((completed_at is not null) = (status = 'COMPLETED')),
        cancelled_at timestamptz check ((cancelled_at is not null) = (status = 'CANCELLED'))
      )`);
    // Ids are UUIDv7: their order is the order of time, so the index serves both the filter and the keyset.
    this.addSql(`create index deliveries_open on deliveries (id) where status = 'STARTED' and courier_id is null`);
    for (const statement of outboxTables) this.addSql(statement);
  }
}
