import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';

/** A job belongs to its worker for 30 s, and every 5 s somebody looks for those that are over. */
const beyondEveryLockMs = 37_000;

/** A process stops for longer than any of its locks lasts, and goes on as if nothing had happened: by then others did its work. */
export const frozenPart: Fault = {
  name: 'frozen-part',
  forms: formNames,
  async inject(form, random) {
    const part = random.pick(form.parts);
    part.signal('SIGSTOP');
    return {
      says: `SIGSTOP of ${part.name}, for longer than its locks last`,
      holdMs: beyondEveryLockMs,
      heal: async () => part.signal('SIGCONT'),
    };
  },
};
