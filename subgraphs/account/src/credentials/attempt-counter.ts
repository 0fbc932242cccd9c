import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** At most so many in so many seconds, counted from the first; no points: no limit. */
export type Rule = { readonly points: number; readonly seconds: number };

export interface Counter {
  /** Counts one. Undefined when it is within the rule, else the seconds until it would be. */
  take(key: string): Promise<number | undefined>;
  /** Counts one less: it was none. */
  giveBack(key: string): Promise<void>;
  /** Counts from nothing again. */
  reset(key: string): Promise<void>;
}

const unlimited: Counter = {
  take: async () => undefined,
  giveBack: async () => undefined,
  reset: async () => undefined,
};

/** Counts in Redis for all processes, or in this one's memory; there as well while Redis can't be reached. */
export function createCounter(name: string, { points, seconds }: Rule, redis: Redis | undefined): Counter {
  if (points === 0) return unlimited;
  const rule = { keyPrefix: `moa:${name}`, points, duration: seconds };
  const memory = new RateLimiterMemory(rule);
  const limiter = redis
    ? new RateLimiterRedis({ ...rule, storeClient: redis, insuranceLimiter: memory, rejectIfRedisNotReady: true })
    : memory;
  return {
    take: (key) =>
      limiter.consume(digest(key)).then(
        () => undefined,
        (refusal: unknown) => {
          if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
          throw refusal;
        },
      ),
    giveBack: async (key) => void (await limiter.reward(digest(key))),
    reset: async (key) => void (await limiter.delete(digest(key))),
  };
}

/** However long the text that somebody sent, the key is short; and it names nobody. */
const digest = (key: string): string => createHash('sha256').update(key).digest('base64url');
