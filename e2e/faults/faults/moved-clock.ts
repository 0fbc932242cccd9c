import type { SubgraphName } from '@moa/contracts';
import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';
import { tellAll } from './told-parts.ts';

/** Those that keep deadlines, or write down when something happened that others go by. */
const timed: readonly SubgraphName[] = ['taxi', 'plan', 'pay', 'order', 'delivery', 'account'];

const tenMinutesMs = 600_000;
const shortestHoldMs = 2_000;

/** A subgraph's clock is wrong by ten minutes for a while, in every process that it runs in. */
export const movedClock: Fault = {
  name: 'moved-clock',
  forms: formNames,
  async inject(form, random) {
    const subgraph = random.pick(timed);
    const way = random.pick(['ahead', 'behind']);
    await tellAll(form, { kind: 'clock', subgraph, aheadMs: way === 'ahead' ? tenMinutesMs : -tenMinutesMs });
    return {
      says: `the clock of ${subgraph} is ten minutes ${way}`,
      holdMs: shortestHoldMs + random.below(4_000),
      heal: () => tellAll(form, { kind: 'clock', subgraph, aheadMs: 0 }),
    };
  },
};
