import { Migration } from '@mikro-orm/migrations';

/** A payment is for an order, as before, or for a ride. What knows of orders only goes on working. */
export class RidePayments extends Migration {
  override up(): void {
    this.addSql(`
      alter table payments
        alter column order_id drop not null,
        add column ride_id uuid,
        add constraint payments_for_one_thing check (num_nonnulls(order_id, ride_id) = 1)`);
    // A refused one stays as history, and the ride may be paid for anew.
    this.addSql(`
      create unique index payments_of_ride on payments (ride_id) where ride_id is not null and state <> 'REFUSED'`);
  }
}
