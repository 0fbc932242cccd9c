import type { Form } from '../form.ts';
import type { Fault } from './fault.ts';

const forms = ['many-processes'] as const;

const redisOf = ({ name, redis }: Form): NonNullable<Form['redis']> => {
  if (!redis) throw new Error(`${name} has no Redis.`);
  return redis;
};

/** What was written is there when it comes back. */
export const redisKilled: Fault = {
  name: 'redis-killed',
  forms,
  async inject(form, random) {
    const redis = redisOf(form);
    await redis.kill();
    return { says: 'Redis gone', holdMs: random.below(6_000), heal: () => redis.restart() };
  },
};

/** Queues, live log, locks and caches: all forgotten. */
export const redisFlushed: Fault = {
  name: 'redis-flushed',
  forms,
  async inject(form) {
    await redisOf(form).flush();
    return { says: 'Redis has forgotten everything', heal: async () => undefined };
  },
};

export const redisFrozen: Fault = {
  name: 'redis-frozen',
  forms,
  async inject(form, random) {
    const redis = redisOf(form);
    await redis.freeze();
    return { says: 'Redis hangs', holdMs: 2_000 + random.below(8_000), heal: () => redis.thaw() };
  },
};
