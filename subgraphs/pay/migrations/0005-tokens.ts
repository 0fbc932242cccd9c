import { Migration } from '@mikro-orm/migrations';

/** Tokens: a ledger in double entry, what is set aside for recommendations, and purchases beside orders and rides. */
export class Tokens extends Migration {
  override up(): void {
    // Whoever moves a member's tokens holds this row. `movements` numbers them, so that newest first is exact.
    this.addSql(`
      create table token_accounts (
        member_id uuid primary key,
        balance integer not null default 0 check (balance >= 0),
        movements integer not null default 0
      )`);
    // Two rows a movement, from one account to another, which sum to zero. No member's name is in it, so it is never erased.
    this.addSql(`
      create table token_entries (
        movement_id uuid not null,
        account text not null check (account in ('MEMBER', 'RESERVED', 'SPENT', 'SOLD', 'WELCOME')),
        member_id uuid not null references token_accounts (member_id),
        number integer not null,
        kind text not null check (kind in ('WELCOME', 'PURCHASE', 'RESERVATION', 'CAPTURE', 'RELEASE')),
        reference uuid not null,
        amount integer not null check (amount <> 0),
        created_at timestamptz not null default clock_timestamp(),
        primary key (movement_id, account),
        constraint token_entries_once unique (kind, reference, account)
      )`);
    this.addSql(`
      create unique index token_entries_of_member on token_entries (member_id, number desc) where account = 'MEMBER'`);
    this.addSql(`
      create table token_reservations (
        recommendation_id uuid primary key,
        member_id uuid not null,
        state text not null check (state in ('AWAITED', 'RESERVED', 'CAPTURED', 'RELEASED', 'REFUSED'))
      )`);
    this.addSql(`
      create table token_purchases (
        id uuid primary key,
        member_id uuid not null,
        idempotency_key text not null,
        request_hash text not null,
        created_at timestamptz not null,
        unique (member_id, idempotency_key)
      )`);
    this.addSql(`
      alter table payments
        add column purchase_id uuid,
        add column tokens integer check (tokens > 0),
        drop constraint payments_for_one_thing,
        add constraint payments_for_one_thing check (
          num_nonnulls(order_id, ride_id, purchase_id) = 1 and (purchase_id is null) = (tokens is null))`);
    this.addSql('create unique index payments_of_purchase on payments (purchase_id) where purchase_id is not null');
  }
}
