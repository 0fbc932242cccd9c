import type { Logger } from '@moa/telemetry';
import { busKind } from '../bus-kind.ts';
import { isHusk } from '../husk.ts';
import { isJobId } from '../job-id.ts';
import { createOutage, type Outage } from '../outage.ts';
import type { InspectorBackend, RawJob, RawQueue } from './backend.ts';
import { inspected, stateOf } from './inspected.ts';
import type { InspectedJob, JobInspector, RetryOutcome } from './inspector.ts';
import { inspectPostgres } from './postgres.ts';
import { inspectRedis } from './redis.ts';

/** Jobs put back at a time. */
const chunkSize = 50;

/** Opens a look into the queues at `url`; rejects with a message for people when nothing answers there. */
export async function openJobInspector({
  url,
  logger,
}: {
  readonly url: string;
  readonly logger: Logger;
}): Promise<JobInspector> {
  const backend = await openBackend(url, createOutage(logger));
  const opened = new Map<string, RawQueue>();
  const queueOf = (name: string): RawQueue => {
    const queue = opened.get(name) ?? backend.queue(name);
    opened.set(name, queue);
    return queue;
  };
  const rawJob = async (queue: string, id: string) => (isJobId(id) ? queueOf(queue).getJob(id) : undefined);

  const find = async (queue: string, id: string): Promise<InspectedJob | undefined> => {
    const job = await rawJob(queue, id);
    const state = job && (await presentState(job));
    return state && inspected(queue, job, state);
  };
  const retryOne = async (queue: string, id: string): Promise<RetryOutcome> => {
    const job = await rawJob(queue, id);
    if (!job) return 'unknown';
    if (isHusk(job)) return 'lost';
    if ((await presentState(job)) !== 'failed') return 'notFailed';
    await backend.forgetStalls(queue, id);
    try {
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    } catch (error) {
      if ((await find(queue, id))?.state === 'failed') throw error;
      return 'notFailed'; // somebody else was quicker
    }
    logger.info({ queue, job: id, name: job.name }, 'queues: a dead letter was put back');
    return 'retried';
  };

  return {
    queues: backend.queues,
    countsOf: backend.countsOf,
    async list(queue, state, first) {
      if (first < 1) return [];
      if (state === 'struggling') {
        const ids = (await backend.struggling(queue)).slice(0, first);
        const jobs = await Promise.all(ids.map((id) => find(queue, id)));
        return jobs.flatMap((job) => job ?? []);
      }
      const jobs = await queueOf(queue).getJobs([state], 0, first - 1, state !== 'failed');
      return jobs.map((job) => inspected(queue, job, state));
    },
    find,
    async retry(queue, ids) {
      const outcomes = new Map<string, RetryOutcome>();
      const asked = [...new Set(ids)];
      for (let from = 0; from < asked.length; from += chunkSize) {
        const chunk = asked.slice(from, from + chunkSize);
        const answers = await Promise.all(chunk.map((id) => retryOne(queue, id)));
        for (const [index, id] of chunk.entries()) outcomes.set(id, answers[index] ?? 'unknown');
      }
      return outcomes;
    },
    async discard(queue, id, { by, reason }) {
      const job = await rawJob(queue, id);
      if (!job) return 'unknown';
      if (!(await backend.discard(queue, id))) return 'notFailed';
      logger.warn({ queue, job: id, name: job.name ?? 'lost', by, reason }, 'queues: a dead letter was discarded');
      return 'discarded';
    },
    close: backend.close,
  };
}

/** A job that Redis threw out when it had failed, and that was added again, stands among the failed and has not ended. */
async function presentState(job: RawJob): Promise<InspectedJob['state'] | undefined> {
  const state = stateOf(await job.getState());
  return state === 'failed' && job.finishedOn === undefined ? 'waiting' : state;
}

function openBackend(url: string, outage: Outage): Promise<InspectorBackend> {
  switch (busKind(url)) {
    case 'redis':
      return inspectRedis(url, outage);
    case 'postgres':
      return inspectPostgres(url, outage);
  }
}
