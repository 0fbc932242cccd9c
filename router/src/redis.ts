import type { Logger } from '@moa/telemetry';
import { Redis } from 'ioredis';

/**
 * A connection whose commands fail at once or soon: nobody's request waits for a Redis that is away or frozen.
 * @param whileAway what that means, for the log
 */
export function connectRedis(url: string, logger: Logger, whileAway: string): Redis {
  const redis = new Redis(url, {
    connectTimeout: 1_000,
    commandTimeout: 250,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 1_000),
  });
  let away = false;
  redis.on('error', (error) => {
    if (!away) logger.warn({ err: error }, whileAway);
    away = true;
  });
  redis.on('ready', () => {
    if (away) logger.warn('Redis is back');
    away = false;
  });
  return redis;
}
