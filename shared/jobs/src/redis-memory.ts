import type { Logger } from '@moa/telemetry';
import type { Redis } from 'ioredis';

/** Says so where Redis may throw out keys that bear no expiry, as those of queues don't. */
export async function warnOfEviction(redis: Redis, logger: Logger): Promise<void> {
  const memory = await redis.info('memory').catch(() => ''); // not everybody may ask
  const policy = /^maxmemory_policy:(allkeys\S*)/m.exec(memory)?.[1];
  if (policy) logger.error({ policy }, 'queues: Redis may throw jobs out; set maxmemory-policy noeviction');
}
