import { freshDatabase } from './fresh-database.ts';
import { leaseRedisDatabase } from './redis-lease.ts';

/** An empty home for queues and live events; `close` wipes it. */
export type OpenBus = { url: string; close(): Promise<void> };

export type Bus = { name: 'postgres' | 'redis'; open(): Promise<OpenBus> };

const postgres: Bus = {
  name: 'postgres',
  open: async () => {
    const { url, drop } = await freshDatabase();
    return { url, close: drop };
  },
};

const { TEST_REDIS_URL: redisUrl } = process.env;

/** Every kind of bus there is to test on; for `describe.each(buses)`. Redis only when TEST_REDIS_URL is set. */
export const buses: readonly Bus[] =
  redisUrl === undefined ? [postgres] : [postgres, { name: 'redis', open: () => leaseRedisDatabase(redisUrl) }];
