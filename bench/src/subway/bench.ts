import { readSeoulNetwork } from '@moa/subway-subgraph';
import type { Bus } from '@moa/testing';
import { describeMachine } from '../measure/machine.ts';
import { compareDoors, type DoorComparison } from './compare-doors.ts';
import { type FinderTimes, measureFinder } from './finder.ts';
import { kindsOf } from './questions.ts';
import { type Door, serveSubway } from './serve.ts';

export type SubwayBench = {
  /** The administrator's URL of the server to measure on; the bench drops what it creates there. */
  readonly adminUrl: string;
  /** Where a third router keeps answers; there are two without it. */
  readonly redis: Bus | undefined;
  readonly finder: { readonly rounds: number; readonly pairs: number; readonly origins?: number | undefined };
  /** Different questions of a kind that is asked again and again, at most. */
  readonly questions: number;
  readonly rounds: number;
  /** Questions of a kind on one side in one round. */
  readonly batch: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

/** What a router that keeps no answers is compared with: one that keeps them there, or the subgraph without any router. */
export type Beside = 'memory' | 'Redis' | 'subgraph';

/** `small` is what `beside` says, `large` the router that keeps nothing. */
export type BesideComparison = DoorComparison & { readonly beside: Beside };

export type SubwayResult = Pick<SubwayBench, 'questions' | 'rounds' | 'batch'> & {
  readonly finder: FinderTimes;
  readonly comparisons: readonly BesideComparison[];
  readonly machine: string;
};

/** The search by itself, then the subgraph with the routers before it. @throws what `signal` was aborted with */
export async function benchSubway({ adminUrl, redis, finder, ...bench }: SubwayBench): Promise<SubwayResult> {
  const { questions, rounds, batch, report, signal } = bench;
  const network = readSeoulNetwork();
  const finderTimes = await measureFinder(network, { ...finder, report, signal });

  await using opened = new AsyncDisposableStack();
  const subway = await serveSubway(adminUrl);
  opened.defer(subway.close);
  const comparisons: BesideComparison[] = [];
  for (const kind of kindsOf(network, questions)) {
    // Of its own for each kind: what one leaves in memory would cost the next.
    await using around = new AsyncDisposableStack();
    const home = await redis?.open();
    if (home) around.defer(home.close);
    const without = await subway.openRouter(false, around);
    const doors: readonly (readonly [Beside, Door])[] = [
      ['memory', await subway.openRouter({}, around)],
      ...(home ? [['Redis', await subway.openRouter({ redisUrl: home.url }, around)] as const] : []),
      ['subgraph', subway.subgraph],
    ];
    for (const [beside, door] of doors) {
      report(`${kind.name}: ${beside}`);
      const pair = { small: door, large: without };
      comparisons.push({ beside, ...(await compareDoors(subway, kind, pair, { rounds, batch, signal })) });
    }
  }
  return { questions, rounds, batch, finder: finderTimes, comparisons, machine: describeMachine() };
}
