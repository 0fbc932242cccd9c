import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import type { Bus, Outbox } from '@moa/outbox';
import type { Logger } from '@moa/telemetry';

/** What a subgraph is opened in; tests put their own in. */
export type Surroundings = {
  readonly bus: Bus;
  readonly logger: Logger;
  readonly clock?: () => Date;
  readonly ids?: () => string;
};

/** What every action of a person may use: who asks, the database, and the few things from outside that tests put in by hand. */
export type ActionContext = {
  readonly viewer: Viewer;
  /** For reading; writes go through `transaction`. */
  readonly em: EntityManager;
  readonly transaction: Outbox['transaction'];
  readonly clock: () => Date;
  readonly ids: () => string;
};
