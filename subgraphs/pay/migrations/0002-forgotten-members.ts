import { Migration } from '@mikro-orm/migrations';
import { forgottenMembersTable } from '@moa/subgraph';

/** Who deleted their account, so that a payment method which was still to be charged goes when that is settled. */
export class ForgottenMembers extends Migration {
  override up(): void {
    for (const statement of forgottenMembersTable) this.addSql(statement);
    // A settled payment goes on naming what it was charged to, after that is gone.
    this.addSql('alter table payments drop constraint payments_payment_method_id_fkey');
  }
}
