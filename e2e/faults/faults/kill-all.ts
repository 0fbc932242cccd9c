import { formNames } from '../form.ts';
import { startAll } from '../part.ts';
import type { Fault } from './fault.ts';

/** The machine goes down with all that runs on it. The payment provider lives elsewhere. */
export const killAll: Fault = {
  name: 'kill-all',
  forms: formNames,
  async inject(form, random) {
    const ours = random.shuffled(form.parts.filter(({ name }) => name !== 'provider'));
    await Promise.all([...ours.map((part) => part.kill()), form.postgres.kill(), form.redis?.kill()]);
    return {
      says: 'kill -9 of everything, the servers below too',
      async heal() {
        // A process that brings its PostgreSQL along has to see for itself how it left it.
        if (form.name !== 'one-process') await Promise.all([form.postgres.restart(), form.redis?.restart()]);
        await startAll(ours);
      },
    };
  },
};
