import type { Scenario } from '../measure/compare.ts';
import { timeEach } from '../measure/load.ts';
import { median } from '../measure/quantile.ts';
import { greet } from './operations.ts';
import { concurrency, type Operation, type ServedTown } from './serve.ts';
import { settle } from './settle.ts';

export type Requests = {
  readonly name: string;
  /** What to ask in one round. */
  readonly plan: (town: ServedTown) => Promise<readonly Operation[]> | readonly Operation[];
  /** Looks at every answer afterwards. @throws when one is not what it should be */
  readonly check: (town: ServedTown, answer: unknown) => void;
};

/** Measures the median time of an answer over HTTP. */
export const requests = ({ name, plan, check }: Requests): Scenario<ServedTown> => ({
  name,
  async measure(town) {
    const operations = await plan(town);
    // A small town's few members were seen a moment ago and a large one's were not: checking a new token must not count.
    await timeEach(operations, concurrency, async ({ viewer }) => void (await town.ask(greet(viewer))));
    const answers: unknown[] = [];
    const times = await timeEach(operations, concurrency, async (operation) => {
      answers.push(await town.ask(operation));
    });
    for (const answer of answers) check(town, answer);
    await settle(town);
    return median(times);
  },
});
