import type { Logger } from '@moa/telemetry';
import { Worker as BullWorker, Queue } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { JobState } from './jobs.ts';
import type { Outage } from './outage.ts';
import type { QueueBackend } from './queue-backend.ts';
import { warnOfEviction } from './redis-memory.ts';
import { connectProducer, prefix, retryStrategy } from './redis-producer.ts';
import { bulkEntry, workerOptions } from './retry.ts';

/** Ids asked for in one go: few enough not to hold up the other commands on the connection. */
const chunkSize = 500;

export async function openRedis(url: string, outage: Outage, logger: Logger): Promise<QueueBackend> {
  const producer = await connectProducer(url, outage);
  await warnOfEviction(producer, logger);
  const queues = new Map<string, Queue<unknown, void>>();

  const queueOf = (name: string) => {
    const known = queues.get(name);
    if (known) return known;
    // Not waiting for the connection is what lets `add` fail, and not hang, while Redis is down.
    const options = { connection: producer, prefix, skipWaitingForReady: true, skipVersionCheck: true };
    const queue = new Queue<unknown, void>(name, options);
    queue.on('error', outage.failed);
    queues.set(name, queue);
    return queue;
  };

  return {
    async add(queue, jobs) {
      await queueOf(queue).addBulk(jobs.map(bulkEntry));
    },
    async stateOf(queue, ids) {
      const states = new Map<string, JobState>();
      for (let from = 0; from < ids.length; from += chunkSize) {
        // What BullMQ keeps of a job says enough; its own getJobState walks through the queue for each id.
        const ask = async (id: string) => {
          const fields = await producer.hmget(queueOf(queue).toKey(id), 'timestamp', 'finishedOn', 'returnvalue');
          states.set(id, present(fields));
        };
        await Promise.all(ids.slice(from, from + chunkSize).map(ask));
      }
      return states;
    },
    createWorker(queue, processor, settings) {
      const { connection, end } = workerConnection(url);
      return new BullWorker(queue, processor, { ...workerOptions(settings), connection, prefix }).once('closed', end);
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      producer.disconnect();
    },
  };
}

/**
 * What a worker connects with. It outlives any outage: its commands wait for the connection. BullMQ makes copies of it, and
 * while Redis hangs reopens one of them even after closing it by force; `end` is the end of all of them.
 */
function workerConnection(url: string): { connection: Redis; end(): void } {
  const clients: Redis[] = [];
  let ended = false;
  const track = (client: Redis): Redis => {
    clients.push(client);
    // Reported by the worker for as long as there is one; unheard, ioredis prints it.
    client.on('error', () => {});
    client.on('connect', () => {
      if (ended) client.disconnect();
    });
    client.duplicate = (override) => track(new Redis({ ...client.options, ...override }));
    return client;
  };
  const settings: RedisOptions = {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => (ended ? null : retryStrategy(attempt)),
    keepAlive: 10_000,
    lazyConnect: true,
  };
  const end = () => {
    ended = true;
    for (const client of clients) client.disconnect();
  };
  return { connection: track(new Redis(url, settings)), end };
}

/** A job that ended well has a `returnvalue`, one that failed for good has none; one that is to be tried again has not ended. */
function present([timestamp, finishedOn, returnvalue]: readonly (string | null | undefined)[]): JobState {
  if (timestamp == null) return 'unknown';
  if (finishedOn == null) return 'open';
  return returnvalue == null ? 'failed' : 'done';
}
