import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';

const longestAbsenceMs = 4_000;

/** A process dies, and comes back after a while. */
export const killPart: Fault = {
  name: 'kill-part',
  forms: formNames,
  async inject(form, random) {
    const part = random.pick(form.parts);
    const holdMs = random.below(longestAbsenceMs);
    await part.kill();
    return { says: `kill -9 of ${part.name}`, holdMs, heal: () => part.start() };
  },
};
