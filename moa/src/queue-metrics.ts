import { type JobInspector, openJobInspector, type QueueCounts } from '@moa/jobs';
import { type Logger, metrics, type Reading } from '@moa/telemetry';
import { workedQueues } from './worked-queues.ts';

const states = ['waiting', 'delayed', 'active', 'failed', 'struggling'] as const satisfies (keyof QueueCounts)[];

/**
 * Shows how full all queues are, also those that others work: who is away can't say what waits for it. Nothing where no metrics
 * are taken.
 */
export async function watchQueues(bus: {
  readonly url: string;
  readonly logger: Logger;
}): Promise<Pick<JobInspector, 'close'>> {
  const taken = metrics();
  if (!taken) return { close: async () => {} };
  const inspector = await openJobInspector(bus);
  const stop = taken.collect({
    name: 'queues',
    labels: {},
    gauges: {
      queue_jobs:
        'Jobs of a queue by state. Failed are dead letters; struggling ones were tried more than ten times, and are also counted as what they are.',
    },
    async read() {
      const counts = await inspector.countsOf(workedQueues);
      return [...counts].flatMap(([queue, count]) =>
        states.map((state): Reading => ({ gauge: 'queue_jobs', labels: { queue, state }, value: count[state] })),
      );
    },
  });
  return {
    async close() {
      stop();
      await inspector.close();
    },
  };
}
