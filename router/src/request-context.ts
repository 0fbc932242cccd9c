import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import type { SubgraphResponse } from './subgraphs/client.ts';

/** Is told of each subgraph that was asked; without an answer when none came. */
export type HeardSubgraph = (subgraph: string, answer: SubgraphResponse | undefined) => void;

/** What is known of one operation from its arrival to its last byte. */
export type RequestContext = {
  readonly requestId: string;
  readonly viewer: Viewer;
  /** Writes `requestId` on each line. */
  readonly logger: Logger;
  readonly heard?: HeardSubgraph;
};
