import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RouterError } from './errors.ts';
import { connectRedis } from './redis.ts';

export type RateLimitOptions = {
  /** Fields of mutations that a member, or an address without one, may run in a minute; 30 unless told. 0: any number, of those counted apart, too. */
  readonly mutationsPerMinute?: number;
  /** Mutations that are counted apart from the others: field → how many of it in a minute. */
  readonly apart?: Readonly<Record<string, number>>;
  /** Where routers that stand side by side count together; each counts for itself without it, and while it is away. */
  readonly redisUrl?: string | undefined;
};

export interface RateLimits {
  /** @throws RouterError TOO_MANY_REQUESTS, which says when to come again */
  spendMutations(viewer: Viewer, fields: readonly string[]): Promise<void>;
  close(): void;
}

const unlimited: RateLimits = { spendMutations: async () => {}, close: () => {} };

export function openRateLimits(
  { mutationsPerMinute = 30, apart = {}, redisUrl }: RateLimitOptions,
  logger: Logger,
): RateLimits {
  if (mutationsPerMinute === 0) return unlimited;
  const redis = redisUrl
    ? connectRedis(redisUrl, logger, 'rate limits: Redis is away, each router counts for itself')
    : undefined;
  const limiterOf = (keyPrefix: string, points: number) => openLimiter({ keyPrefix, points, duration: 60 }, redis);
  const together = limiterOf('router-mutations', mutationsPerMinute);
  const alone = new Map(
    Object.entries(apart).map(([field, perMinute]) => [field, limiterOf(`router-${field}`, perMinute)]),
  );
  return {
    async spendMutations(viewer, fields) {
      const counts = new Map<RateLimiterAbstract, number>();
      for (const field of fields) {
        const limiter = alone.get(field) ?? together;
        counts.set(limiter, (counts.get(limiter) ?? 0) + 1);
      }
      await Promise.all([...counts].map(([limiter, count]) => spend(limiter, viewer, count)));
    },
    close: () => redis?.disconnect(),
  };
}

function openLimiter(each: { keyPrefix: string; points: number; duration: number }, redis: Redis | undefined) {
  const memory = new RateLimiterMemory(each);
  if (!redis) return memory;
  return new RateLimiterRedis({ ...each, storeClient: redis, insuranceLimiter: memory, rejectIfRedisNotReady: true });
}

async function spend(limiter: RateLimiterAbstract, viewer: Viewer, count: number): Promise<void> {
  try {
    await limiter.consume(keyOf(viewer), count);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new RouterError('TOO_MANY_REQUESTS', `Too many requests; try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}

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
