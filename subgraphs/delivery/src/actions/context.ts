import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import type { Outbox } from '@moa/outbox';

/** What every action may use: who asks, the database, and the few things from outside that tests put in by hand. */
export type ActionContext = {
  readonly viewer: Viewer;
  /** For reading; writes go through `transaction`. */
  readonly em: EntityManager;
  readonly transaction: Outbox['transaction'];
  readonly clock: () => Date;
  readonly ids: () => string;
};
