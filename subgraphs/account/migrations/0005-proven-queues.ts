import { Migration } from '@mikro-orm/migrations';
import { outboxProvenQueues } from '@moa/outbox';

/** A receiver that is absent for long must not make the others hear everything again. */
export class ProvenQueues extends Migration {
  override up(): void {
    this.addSql(outboxProvenQueues);
  }
}
