import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Outage } from '../outage.ts';
import { prefix } from '../redis-producer.ts';
import type { RawJob, RawQueue } from './backend.ts';

/**
 * BullMQ's queue, which shows failed jobs too of which Redis threw out the data for lack of memory: their place among the failed is
 * all that is left.
 */
export function redisQueue(name: string, redis: Redis, outage: Outage): RawQueue {
  const options = {
    connection: redis,
    prefix,
    skipWaitingForReady: true,
    skipVersionCheck: true,
    skipMetasUpdate: true,
  };
  const queue = new Queue<unknown, void>(name, options);
  queue.on('error', outage.failed);
  const failed = queue.toKey('failed');

  const huskOf = async (id: string): Promise<RawJob | undefined> => {
    const failedAt = await redis.zscore(failed, id);
    return failedAt === null ? undefined : husk(id, Number(failedAt));
  };
  const getJob = async (id: string): Promise<RawJob | undefined> => (await queue.getJob(id)) ?? huskOf(id);

  return {
    getJob,
    async getJobs([type], start, end, asc) {
      if (type !== 'failed') return queue.getJobs([type], start, end, asc);
      const ids = await (asc ? redis.zrange(failed, start, end) : redis.zrevrange(failed, start, end));
      const jobs = await Promise.all(ids.map(getJob));
      // One that was thrown out and added again keeps its place here, and has not failed.
      return jobs.flatMap((job) => (job?.finishedOn === undefined ? [] : [job]));
    },
  };
}

const husk = (id: string, finishedOn: number): RawJob => ({
  id,
  name: undefined,
  data: {},
  opts: {},
  timestamp: 0,
  delay: 0,
  processedOn: finishedOn,
  finishedOn,
  attemptsStarted: 0,
  stalledCounter: 0,
  failedReason: 'Redis has thrown out what this job was.',
  stacktrace: [],
  getState: async () => 'failed',
  retry: () => Promise.reject(new Error(`Nothing is left of the job ${id} to put back.`)),
});
