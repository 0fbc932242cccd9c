import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@moa/outbox';

export class Payments extends Migration {
  override up(): void {
    this.addSql(`
      create table payment_methods (
        id uuid primary key,
        member_id uuid not null,
        provider_token text not null,
        label text not null,
        created_at timestamptz not null,
        unique (member_id, provider_token)
      )`);
    // Only what is to be charged needs a payment method. A payment that was refused at once has none: the order named none of
    // the payer's, or was cancelled before it was heard of.
    this.addSql(`
      create table payments (
        id uuid primary key,
        version integer not null,
        order_id uuid not null unique,
        payer_id uuid not null,
        amount bigint not null check (amount >= 0),
        payment_method_id uuid references payment_methods (id)
          check (payment_method_id is not null or state not in ('PENDING', 'VOIDING')),
        state text not null check (state in ('PENDING', 'VOIDING', 'CAPTURED', 'REFUNDING', 'REFUNDED', 'REFUSED')),
        charge_id text unique check ((charge_id is not null) = (state in ('CAPTURED', 'REFUNDING', 'REFUNDED'))),
        refusal_code text check ((refusal_code is not null) = (state = 'REFUSED')),
        refusal_message text check ((refusal_message is not null) = (state = 'REFUSED')),
        created_at timestamptz not null,
        refunded_at timestamptz check ((refunded_at is not null) = (state = 'REFUNDED'))
      )`);
    // Ids are UUIDv7: their order is the order of time, so one index serves both the filter and the keyset.
    this.addSql('create index payments_of_payer on payments (payer_id, id desc)');
    for (const statement of outboxTables) this.addSql(statement);
  }
}
