import { Migration } from '@mikro-orm/migrations';
import { outboxTrace } from '@moa/outbox';

/** What a message causes, in whatever process, is found again under the id of the request that began it. */
export class TracedMessages extends Migration {
  override up(): void {
    this.addSql(outboxTrace);
  }
}
