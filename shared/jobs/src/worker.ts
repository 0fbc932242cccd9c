import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@moa/telemetry';
import type { Handler, Worker } from './jobs.ts';
import type { Outage } from './outage.ts';
import type { Process, RawWorker } from './queue-backend.ts';
import { backoff } from './retry.ts';

type WorkerParts = {
  readonly queue: string;
  readonly create: (process: Process) => RawWorker;
  readonly handler: Handler;
  readonly logger: Logger;
  readonly outage: Outage;
  readonly graceMs: number;
};

/** Starts a worker as soon as its database answers, however long that takes. */
export function startWorker(parts: WorkerParts): Worker {
  const { queue, logger, outage, graceMs } = parts;
  const stop = new AbortController();
  let raw: RawWorker | undefined;

  const start = async () => {
    for (let attempt = 1; !stop.signal.aborted; attempt++) {
      raw = listenTo(parts.create(processWith(parts.handler)), parts);
      try {
        await raw.waitUntilReady();
        if (!stop.signal.aborted) raw.run().catch(outage.failed);
        return;
      } catch (error) {
        if (stop.signal.aborted) return;
        // BullMQ remembers a failed start for ever, so a fresh worker tries again.
        outage.failed(asError(error));
        await raw.close(true);
        await delay(backoff(attempt), undefined, { signal: stop.signal }).catch(() => {});
      }
    }
  };
  void start();

  let closing: Promise<void> | undefined;
  const close = async () => {
    stop.abort();
    const grace = new AbortController();
    const late = delay(graceMs, 'late' as const, { signal: grace.signal }).catch(() => undefined);
    const outcome = await Promise.race([raw?.close(), late]);
    grace.abort();
    if (outcome !== 'late') return;
    logger.warn({ queue }, 'queues: a job outlasted the shutdown; another worker will start it anew');
    // Without a connection the lock can't be renewed, which hands the job over.
    await raw?.disconnect().catch(outage.failed);
  };
  return {
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

const processWith =
  (handler: Handler): Process =>
  ({ id = '', name, data, attemptsStarted }) =>
    handler({ id, name, data, attempt: attemptsStarted });

function listenTo(raw: RawWorker, { queue, logger, outage }: WorkerParts): RawWorker {
  raw.on('error', outage.failed);
  raw.on('active', outage.over);
  raw.on('failed', (job, error) => {
    const about = { err: error, queue, job: job?.id, name: job?.name, attempt: job?.attemptsStarted };
    if (job?.finishedOn === undefined) logger.warn(about, 'queues: a job failed and will be retried');
    else logger.error(about, 'queues: a job failed for good and is kept as a dead letter');
  });
  return raw;
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
