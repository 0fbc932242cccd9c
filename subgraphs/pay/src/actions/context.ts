import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import type { Outbox } from '@moa/outbox';
import type { PaymentProvider } from '../provider/index.ts';

/** What every action of a person may use: who asks, the database, and the few things from outside that tests put in by hand. */
export type ActionContext = {
  readonly viewer: Viewer;
  /** For reading; writes go through `transaction`. */
  readonly em: EntityManager;
  readonly transaction: Outbox['transaction'];
  readonly clock: () => Date;
  readonly ids: () => string;
};

/** What the actions behind jobs may use: they act for the subgraph itself, and they alone speak to the provider. */
export type SettlingContext = Omit<ActionContext, 'viewer' | 'ids'> & { readonly provider: PaymentProvider };
