import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';

/** The database is restarted without warning: transactions under way are lost, committed ones are not. */
export const postgresImmediate: Fault = {
  name: 'postgres-immediate',
  forms: formNames,
  async inject(form) {
    await form.postgres.restart('immediate');
    return { says: 'PostgreSQL restarted in immediate mode', heal: async () => undefined };
  },
};

export const postgresKilled: Fault = {
  name: 'postgres-killed',
  forms: formNames,
  async inject(form, random) {
    await form.postgres.kill();
    return { says: 'PostgreSQL gone', holdMs: random.below(6_000), heal: () => form.postgres.restart() };
  },
};

export const postgresFrozen: Fault = {
  name: 'postgres-frozen',
  forms: formNames,
  async inject(form, random) {
    await form.postgres.freeze();
    return { says: 'PostgreSQL hangs', holdMs: 2_000 + random.below(8_000), heal: () => form.postgres.thaw() };
  },
};
