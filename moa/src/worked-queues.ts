import { subgraphs, views } from '@moa/contracts';
import { factQueue, jobQueue } from '@moa/outbox';

/** The queues that some subgraph or view works. */
export const workedQueues: readonly string[] = [...[...subgraphs, ...views].map(factQueue), ...subgraphs.map(jobQueue)];
