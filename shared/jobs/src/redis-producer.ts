import { Redis } from 'ioredis';
import type { Outage } from './outage.ts';

/** What the keys of all queues begin with. */
export const prefix = 'moa';

export const retryStrategy = (attempt: number): number => Math.min(100 * 2 ** attempt, 1_000);

/** A connection whose commands fail after a few seconds instead of waiting for Redis to come back. */
export async function connectProducer(url: string, outage: Outage): Promise<Redis> {
  const timeouts = { connectTimeout: 3_000, commandTimeout: 5_000, maxRetriesPerRequest: 3, keepAlive: 10_000 };
  const producer = new Redis(url, { ...timeouts, retryStrategy, lazyConnect: true });
  let cause: Error | undefined;
  const remember = (error: Error) => {
    cause = error;
  };
  producer.on('error', remember);
  try {
    await producer.connect();
  } catch (error) {
    producer.disconnect();
    const { host } = new URL(url);
    throw new Error(`No Redis answers at ${host}. Start it, or correct the URL.`, { cause: cause ?? error });
  }
  producer.off('error', remember);
  producer.on('error', outage.failed);
  producer.on('ready', outage.over);
  return producer;
}
