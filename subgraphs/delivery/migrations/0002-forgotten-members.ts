import { Migration } from '@mikro-orm/migrations';
import { forgottenMembersTable } from '@moa/subgraph';

/** Who deleted their account, so that the address of a delivery which was still under way goes when it ends. */
export class ForgottenMembers extends Migration {
  override up(): void {
    for (const statement of forgottenMembersTable) this.addSql(statement);
    this.addSql('create index deliveries_of_customer on deliveries (customer_id)');
  }
}
