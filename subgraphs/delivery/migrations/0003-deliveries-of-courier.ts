import { Migration } from '@mikro-orm/migrations';

/** A courier's list of what they took on, newest first, all of it or of one status. */
export class DeliveriesOfCourier extends Migration {
  override up(): void {
    // Without those that wait for a courier, lest the planner look for the waiting ones here.
    const taken = 'where courier_id is not null';
    this.addSql(`create index deliveries_of_courier on deliveries (courier_id, id desc) ${taken}`);
    this.addSql(`create index deliveries_of_courier_by_status on deliveries (courier_id, status, id desc) ${taken}`);
  }
}
