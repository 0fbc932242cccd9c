import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';

/** So long after the end of a lock somebody has looked for those that are over. */
const untilNoticedMs = 7_000;

/** A process stops for longer than any of its locks lasts, and goes on as if nothing had happened: by then others did its work. */
export const frozenPart: Fault = {
  name: 'frozen-part',
  forms: formNames,
  async inject(form, random) {
    const part = random.pick(form.parts);
    part.signal('SIGSTOP');
    return {
      says: `SIGSTOP of ${part.name}, for longer than its locks last`,
      holdMs: form.lockMs + untilNoticedMs,
      heal: async () => part.signal('SIGCONT'),
    };
  },
};
