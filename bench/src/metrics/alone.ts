import { createLogger } from '@moa/telemetry';
// Only the router's own parts take metrics, so nothing of it has a public name; here they are measured without a router around them.
import { createMetrics } from '../../../router/src/metrics/metrics.ts';
import type { OperationRecord } from '../../../router/src/metrics/operation-record.ts';
import type { SubgraphCall } from '../../../router/src/subgraphs/client.ts';

/** Microseconds of processor time that counting and timing take. */
export type Alone = { readonly operation: number; readonly fetch: number };

const times = 200_000;

/** What metrics add to an operation and to a fetch that take no time themselves. */
export async function measureAlone(): Promise<Alone> {
  const { operations, measureFetches } = createMetrics({ port: 0 }, createLogger('bench', 'silent'));
  // What is counted of a planned operation, and what is read of a call: nothing.
  const planned = {
    text: '',
    definition: { operation: 'query', name: { value: 'Big' } },
  } as OperationRecord['planned'];
  const call = {} as SubgraphCall;
  const origin = { id: 'bench' };
  const answer = async (): Promise<void> => {};
  const counted = async (): Promise<void> => {
    const record = operations.begin(origin);
    record.planned = planned;
    await answer();
    operations.answered(record);
  };
  const execute = async (_call: SubgraphCall) => ({ data: {} });
  const measured = measureFetches('books', execute);
  let alone: Alone = { operation: 0, fetch: 0 };
  for (let round = 0; round < 3; round += 1)
    alone = {
      operation: (await cpuOf(counted)) - (await cpuOf(answer)),
      fetch: (await cpuOf(() => measured(call))) - (await cpuOf(() => execute(call))),
    };
  return alone; // of the last round: the first ones were for the compiler
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  for (let time = 0; time < times; time += 1) await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / times;
}
