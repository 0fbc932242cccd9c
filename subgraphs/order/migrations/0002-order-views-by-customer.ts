import { Migration } from '@mikro-orm/migrations';

/**
 * A page of a customer's orders has one sorted index to come from. With a sorted index of ids alone beside it the planner
 * prefers to walk through everybody's orders where a customer has many, and meets millions of others first where those are old.
 */
export class OrderViewsByCustomer extends Migration {
  override up(): void {
    this.addSql('alter table order_views drop constraint order_views_pkey, add primary key (customer_id, id)');
    this.addSql('create index order_views_by_id on order_views using hash (id)');
    this.addSql('drop index order_views_of_customer');
  }
}
