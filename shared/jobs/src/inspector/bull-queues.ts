import type { Logger } from '@moa/telemetry';
import type { Queue } from 'bullmq';
import { busKind } from '../bus-kind.ts';
import { createOutage } from '../outage.ts';
import { inspectPostgres } from './postgres.ts';
import { inspectRedis } from './redis.ts';

/** BullMQ's own queues, for tools that are made for them. */
export type BullQueues = {
  /** To look into only: what is changed in it bypasses the rules of this package, and of the outbox. */
  queue(name: string): Queue;
  close(): Promise<void>;
};

/** Opens them at `url`; rejects with a message for people when nothing answers there. */
export async function openBullQueues({
  url,
  logger,
}: {
  readonly url: string;
  readonly logger: Logger;
}): Promise<BullQueues> {
  const inspect = busKind(url) === 'redis' ? inspectRedis : inspectPostgres;
  const backend = await inspect(url, createOutage(logger));
  return {
    queue: (name) => backend.queue(name) as Queue, // it is one; the type of its back end is what differs
    close: backend.close,
  };
}
