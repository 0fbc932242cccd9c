import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RouterError } from './errors.ts';

export type RateLimitOptions = {
  /** Fields of mutations that a member, or an address without one, may run in a minute; 30 unless told, 0 for any number. */
  readonly mutationsPerMinute?: number;
  /** Where routers that stand side by side count together; each counts for itself without it, and while it is away. */
  readonly redisUrl?: string | undefined;
};

export interface RateLimits {
  /** @throws RouterError TOO_MANY_REQUESTS, which says when to come again */
  spendMutations(viewer: Viewer, count: number): Promise<void>;
  close(): void;
}

const unlimited: RateLimits = { spendMutations: async () => {}, close: () => {} };

export function openRateLimits({ mutationsPerMinute = 30, redisUrl }: RateLimitOptions, logger: Logger): RateLimits {
  if (mutationsPerMinute === 0) return unlimited;
  const each = { keyPrefix: 'router-mutations', points: mutationsPerMinute, duration: 60 };
  const memory = new RateLimiterMemory(each);
  if (!redisUrl) return { spendMutations: spendFrom(memory), close: () => {} };

  const redis = connect(redisUrl, logger);
  const shared = new RateLimiterRedis({
    ...each,
    storeClient: redis,
    insuranceLimiter: memory,
    rejectIfRedisNotReady: true,
  });
  return { spendMutations: spendFrom(shared), close: () => redis.disconnect() };
}

const spendFrom =
  (limiter: RateLimiterAbstract): RateLimits['spendMutations'] =>
  async (viewer, count) => {
    if (count === 0) return;
    try {
      await limiter.consume(keyOf(viewer), count);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      throw new RouterError('TOO_MANY_REQUESTS', `Too many requests; try again in ${retryAfterSeconds} s.`, {
        retryAfterSeconds,
      });
    }
  };

function keyOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'member':
      return `member ${viewer.memberId}`;
    case 'service':
      return `service ${viewer.name}`;
    case 'anonymous':
      return `address ${viewer.address ?? ''}`;
  }
}

/** A connection whose commands fail at once or soon: nobody's mutation waits for a Redis that is away or frozen. */
function connect(url: string, logger: Logger): Redis {
  const redis = new Redis(url, {
    connectTimeout: 1_000,
    commandTimeout: 250,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 1_000),
  });
  let away = false;
  redis.on('error', (error) => {
    if (!away) logger.warn({ err: error }, 'rate limits: Redis is away, each router counts for itself');
    away = true;
  });
  redis.on('ready', () => {
    if (away) logger.warn('rate limits: Redis is back');
    away = false;
  });
  return redis;
}
