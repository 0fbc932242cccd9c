import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';
import { forgottenMembersTable } from '@moa/subgraph';

export class Taxis extends Migration {
  override up(): void {
    this.addSql(`
      create table drivers (
        id uuid primary key,
        version integer not null,
        plate text not null,
        phone text not null,
        state text not null check (state in ('OFFLINE', 'FREE', 'OFFERED', 'BOOKED')),
        offer_id uuid check ((offer_id is not null) = (state = 'OFFERED')),
        booking_id uuid check ((booking_id is not null) = (state = 'BOOKED')),
        leaving boolean not null default false check (not leaving or state = 'BOOKED')
      )`);
    this.addSql(`
      create table bookings (
        id uuid primary key,
        version integer not null,
        customer_id uuid not null,
        status text not null check (status in ('REQUESTED', 'DISPATCHING', 'DISPATCHED', 'IN_RIDE', 'COMPLETED',
          'CANCEL_REQUESTED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')),
        pickup jsonb not null,
        dropoff jsonb not null,
        district text not null,
        estimate jsonb not null,
        payment_method_id uuid,
        requested_at timestamptz not null,
        answer_by timestamptz not null,
        driver_id uuid references drivers (id),
        plate text,
        phone text,
        dispatched_at timestamptz,
        arrives_at timestamptz,
        started_at timestamptz,
        bill jsonb,
        payment_failure jsonb,
        payment_id uuid,
        completed_at timestamptz,
        cancel_requested_at timestamptz,
        cancelled_at timestamptz,
        reason text check (reason in ('NO_CAR', 'NOT_ANSWERED')),
        idempotency_key text not null,
        request_hash text not null,
        unique (customer_id, idempotency_key),
        check (driver_id is not null or status in
          ('REQUESTED', 'DISPATCHING', 'CANCEL_REQUESTED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')),
        check ((driver_id is null) = (plate is null) and (driver_id is null) = (phone is null)
          and (driver_id is null) = (dispatched_at is null) and (driver_id is null) = (arrives_at is null)),
        check ((status in ('IN_RIDE', 'COMPLETED')) = (started_at is not null)),
        -- No ride is completed unpaid.
        check ((status = 'COMPLETED') = (payment_id is not null) and (status = 'COMPLETED') = (completed_at is not null)),
        check (status <> 'COMPLETED' or bill is not null),
        check ((status = 'CANCEL_REQUESTED') <= (cancel_requested_at is not null)),
        check ((status in ('CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')) = (cancelled_at is not null)),
        check ((status = 'CANCELLED_BY_SYSTEM') = (reason is not null))
      )`);
    // Whatever is raced: a driver has one ride at a time, a customer one booking.
    this.addSql(`create unique index bookings_live_of_driver on bookings (driver_id)
      where status in ('DISPATCHED', 'IN_RIDE', 'CANCEL_REQUESTED')`);
    this.addSql(`create unique index bookings_live_of_customer on bookings (customer_id)
      where status in ('REQUESTED', 'DISPATCHING', 'DISPATCHED', 'IN_RIDE', 'CANCEL_REQUESTED')`);
    // Ids are UUIDv7: their order is the order of time, so one index serves both the filter and the keyset.
    this.addSql('create index bookings_of_customer on bookings (customer_id, id desc)');
    this.addSql('create index bookings_of_customer_by_status on bookings (customer_id, status, id desc)');
    this.addSql(
      `create index bookings_unanswered on bookings (answer_by) where status in ('REQUESTED', 'DISPATCHING')`,
    );
    this.addSql(`create index bookings_unsettled on bookings (cancel_requested_at) where status = 'CANCEL_REQUESTED'`);
    this.addSql(`
      create table offers (
        id uuid primary key,
        booking_id uuid not null references bookings (id),
        driver_id uuid not null references drivers (id),
        status text not null check (status in ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
        pickup_meters integer not null,
        pickup_seconds integer not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        unique (booking_id, driver_id)
      )`);
    this.addSql(`create unique index offers_open_of_booking on offers (booking_id) where status = 'OPEN'`);
    this.addSql(`create unique index offers_open_of_driver on offers (driver_id) where status = 'OPEN'`);
    this.addSql(`create index offers_overdue on offers (expires_at) where status = 'OPEN'`);
    this.addSql(`
      create table supply_breakers (
        district text primary key,
        failures integer not null,
        open_until timestamptz not null
      )`);
    // What the facts of a ride said. One may come before the request, and is not shown without it.
    this.addSql(`
      create table ride_history (
        booking_id uuid primary key,
        customer_id uuid not null,
        driver_id uuid,
        is_requested boolean not null,
        record jsonb not null
      )`);
    this.addSql('create index ride_history_of_customer on ride_history (customer_id, booking_id desc)');
    this.addSql(
      'create index ride_history_of_driver on ride_history (driver_id, booking_id desc) where driver_id is not null',
    );
    for (const statement of [...outboxTables, ...forgottenMembersTable]) this.addSql(statement);
  }
}
