import { Migration } from '@mikro-orm/migrations';
import { forgottenMembersTable } from '@moa/subgraph';

/** Who deleted their account, so that the address of an order which was still under way goes when it ends. */
export class ForgottenMembers extends Migration {
  override up(): void {
    for (const statement of forgottenMembersTable) this.addSql(statement);
  }
}
