import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';
import { tellAll } from './told-parts.ts';

const holdMs = 6_000;

/** The queues keep no order, and deliver everything again: at least once is what they promise. */
export const mixedJobs: Fault = {
  name: 'mixed-jobs',
  forms: formNames,
  async inject(form, random) {
    await tellAll(form, { kind: 'jobs', come: 'mixed', seed: String(random.below(2 ** 31)) });
    return {
      says: 'every job comes out of order, and twice',
      holdMs,
      heal: () => tellAll(form, { kind: 'jobs', come: 'once' }),
    };
  },
};
