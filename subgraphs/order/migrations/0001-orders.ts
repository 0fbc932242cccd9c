import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';

export class Orders extends Migration {
  override up(): void {
    this.addSql(`
      create table menu_items (
        id uuid primary key,
        merchant_id uuid not null,
        name text not null,
        restaurant text not null,
        description text not null,
        price integer not null check (price > 0),
        sold_out boolean not null default false
      )`);
    this.addSql(`
      create table orders (
        id uuid primary key,
        version integer not null,
        customer_id uuid not null,
        status text not null check (status in ('ORDERED', 'PAID', 'COMPLETED', 'CANCELLED')),
        reason text check ((reason is not null) = (status = 'CANCELLED')),
        lines jsonb not null,
        total bigint not null check (total >= 0),
        delivery_address text not null,
        payment_method_id uuid not null,
        placed_at timestamptz not null,
        idempotency_key text not null,
        request_hash text not null,
        unique (customer_id, idempotency_key)
      )`);
    this.addSql(`
      create table order_views (
        id uuid primary key references orders (id),
        customer_id uuid not null,
        status text not null,
        view jsonb not null
      )`);
    // Ids are UUIDv7: their order is the order of time, so one index serves both the filter and the keyset.
    this.addSql('create index order_views_of_customer on order_views (customer_id, id desc)');
    this.addSql('create index order_views_of_customer_by_status on order_views (customer_id, status, id desc)');
    for (const statement of outboxTables) this.addSql(statement);
  }
}
