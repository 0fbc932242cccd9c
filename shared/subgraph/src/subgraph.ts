import type { Viewer } from '@moa/identity';

/** A subgraph that is open: it has its database, its queues and its workers, and waits to be listened to. */
export type Subgraph<Context extends object> = {
  readonly name: string;
  /** The text of schema.graphql. */
  readonly typeDefs: string;
  /** Checked against the types generated from `typeDefs` where it is written. */
  readonly resolvers: object;
  /** Made anew for each operation: loaders and the unit of work must not outlive it. */
  readonly contextFor: (viewer: Viewer) => Context;
  /** Rejects when it can't serve just now. */
  readonly ready: () => Promise<unknown>;
  /** Finishes the work in hand and lets go of everything. */
  readonly close: () => Promise<void>;
};
