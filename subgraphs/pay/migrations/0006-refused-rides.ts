import { Migration } from '@mikro-orm/migrations';

/** What a ride was refused with is asked for whenever it is to be paid. */
export class RefusedRides extends Migration {
  override up(): void {
    this.addSql(`
      create index payments_of_ride_refused on payments (ride_id) where ride_id is not null and state = 'REFUSED'`);
  }
}
