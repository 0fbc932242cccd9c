-- The books of the sandbox payment provider. Every statement may run again.

-- One sequence for both tables, so that the books can be read in the order of booking.
create sequence if not exists bookings;

create table if not exists charges (
  id              text primary key,
  booking         bigint not null unique default nextval('bookings'),
  idempotency_key text not null unique,
  token           text not null,
  amount          integer not null check (amount > 0),
  reference       text not null,
  status          text not null check (status in ('captured', 'declined')),
  decline_code    text,
  decline_message text,
  refunded        integer not null default 0,
  created_at      timestamptz not null default now(),
  constraint declined_with_reason check ((status = 'declined') = (decline_code is not null and decline_message is not null)),
  constraint refunds_within_charge check (refunded between 0 and case status when 'captured' then amount else 0 end)
);

create table if not exists refunds (
  id              text primary key,
  booking         bigint not null unique default nextval('bookings'),
  idempotency_key text not null unique,
  charge_id       text not null references charges (id),
  amount          integer not null check (amount > 0),
  created_at      timestamptz not null default now()
);

create index if not exists refunds_of_charge on refunds (charge_id);
