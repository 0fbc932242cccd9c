import type { Viewer } from '@moa/identity';
import type { Policies } from './policies.ts';

/** A subgraph that is open: it has its database, its queues and its workers, and waits to be listened to. */
export type Subgraph<Context extends object> = {
  readonly name: string;
  /** The text of schema.graphql. */
  readonly typeDefs: string;
  /** Checked against the types generated from `typeDefs` where it is written. */
  readonly resolvers: object;
  /** Who may use each field; `listen` checks that none is missing, and keeps them. */
  readonly policies: Policies;
  /** Made anew for each operation: loaders and the unit of work must not outlive it. */
  readonly contextFor: (viewer: Viewer) => Context & { readonly viewer: Viewer };
  /** Rejects when it can't serve just now. */
  readonly ready: () => Promise<unknown>;
  /** Finishes the work in hand and lets go of everything. */
  readonly close: () => Promise<void>;
};
