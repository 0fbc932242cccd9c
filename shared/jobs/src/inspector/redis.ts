import { QueueKeys } from 'bullmq';
import type { Outage } from '../outage.ts';
import { connectProducer, prefix } from '../redis-producer.ts';
import { longestDelayMs } from '../retry.ts';
import { type InspectorBackend, patientAttempts } from './backend.ts';
import { redisQueue } from './redis-queue.ts';

const keys = new QueueKeys(prefix);
const toKey = (queue: string, type: string): string => keys.toKey(queue, type);

/** Jobs asked about in one go: few enough not to hold up the other commands on the connection. */
const chunkSize = 500;

/** The score of a delayed job is its time in milliseconds times this, plus a counter. */
const scoreOfMs = 0x1000;

/**
 * Removes a job that failed for good.
 *   KEYS  the set of the failed, the job, its log
 *   ARGV  the job's id
 *   gives 1, or 0 when it is not among the failed. One whose data was thrown out keeps its place there, also when it has been
 *   added again: what is open by now stays.
 */
const discardFailed = `
  if redis.call('ZREM', KEYS[1], ARGV[1]) == 0 then return 0 end
  if redis.call('EXISTS', KEYS[2]) == 1 and redis.call('HEXISTS', KEYS[2], 'finishedOn') == 0 then return 0 end
  redis.call('DEL', KEYS[2], KEYS[3])
  return 1`;

export async function inspectRedis(url: string, outage: Outage): Promise<InspectorBackend> {
  const redis = await connectProducer(url, outage);

  const struggling = async (queue: string): Promise<readonly string[]> => {
    // A job that was tried ten times waits for no more than the longest delay, so jobs for later need no look.
    const soon = (Date.now() + 2 * longestDelayMs) * scoreOfMs;
    const [delayed, active] = await Promise.all([
      redis.zrangebyscore(toKey(queue, 'delayed'), '-inf', soon),
      redis.lrange(toKey(queue, 'active'), 0, -1),
    ]);
    const ids = [...delayed, ...active];
    const found: { id: string; addedAt: number }[] = [];
    for (let from = 0; from < ids.length; from += chunkSize) {
      const ask = async (id: string) => {
        const [starts, addedAt] = await redis.hmget(toKey(queue, id), 'ats', 'timestamp');
        if (Number(starts ?? 0) > patientAttempts) found.push({ id, addedAt: Number(addedAt) });
      };
      await Promise.all(ids.slice(from, from + chunkSize).map(ask));
    }
    return found.toSorted((one, other) => one.addedAt - other.addedAt).map(({ id }) => id);
  };

  return {
    async queues() {
      const names = new Set<string>();
      for await (const found of redis.scanStream({ match: `${prefix}:*:meta`, count: 1_000, type: 'hash' }))
        for (const key of found) names.add(String(key).slice(prefix.length + 1, -':meta'.length));
      return [...names].toSorted();
    },
    queue: (name) => redisQueue(name, redis, outage),
    async countsOf(queues) {
      const count = async (queue: string) => {
        const [waiting, paused, delayed, active, failed, slow] = await Promise.all([
          redis.llen(toKey(queue, 'wait')),
          redis.llen(toKey(queue, 'paused')),
          redis.zcard(toKey(queue, 'delayed')),
          redis.llen(toKey(queue, 'active')),
          redis.zcard(toKey(queue, 'failed')),
          struggling(queue),
        ]);
        return [queue, { waiting: waiting + paused, delayed, active, failed, struggling: slow.length }] as const;
      };
      return new Map(await Promise.all(queues.map(count)));
    },
    struggling,
    async forgetStalls(queue, id) {
      await redis.hdel(toKey(queue, id), 'stc');
    },
    async discard(queue, id) {
      const touched = [toKey(queue, 'failed'), toKey(queue, id), toKey(queue, `${id}:logs`)];
      return (await redis.eval(discardFailed, touched.length, ...touched, id)) === 1;
    },
    async close() {
      redis.disconnect();
    },
  };
}
