import { setTimeout as delay } from 'node:timers/promises';
import { inTrace, type Logger } from '@moa/telemetry';
import { isHusk } from './husk.ts';
import type { Handler, Worker } from './jobs.ts';
import { countOutcomes, timed } from './metrics.ts';
import type { Outage } from './outage.ts';
import type { Processor, RawWorker } from './queue-backend.ts';
import { backoff } from './retry.ts';
import { inTraceOf, traceOf } from './trace.ts';

type WorkerParts = {
  readonly queue: string;
  readonly create: (processor: Processor) => RawWorker;
  readonly handler: Handler;
  readonly logger: Logger;
  readonly outage: Outage;
  readonly graceMs: number;
};

/** Once no handler runs, the last results need a round trip; in an outage nobody takes them. */
const farewellMs = 2_000;

/** Starts a worker as soon as its database answers, however long that takes. */
export function startWorker(parts: WorkerParts): Worker {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  let raw: RawWorker | undefined;
  const handle = timed(parts.queue, parts.handler);

  const processor: Processor = (job) => {
    const { id = '', name, data, attemptsStarted } = job;
    const handled = inTraceOf(parts.queue, job, () => handle({ id, name, data, attempt: attemptsStarted }));
    running.add(handled);
    return handled.finally(() => running.delete(handled));
  };

  const start = async () => {
    for (let attempt = 1; !stop.signal.aborted; attempt++) {
      raw = parts.create(processor);
      report(raw, parts);
      countOutcomes(parts.queue, raw);
      try {
        await raw.waitUntilReady();
        if (!stop.signal.aborted) raw.run().catch(parts.outage.failed);
        return;
      } catch (error) {
        if (stop.signal.aborted) return;
        parts.outage.failed(asError(error));
        // BullMQ remembers a failed start for ever, so a fresh worker tries again.
        await raw.close(true);
        await delay(backoff(attempt), undefined, { signal: stop.signal }).catch(() => {});
      }
    }
  };
  void start();

  const close = async () => {
    stop.abort();
    if (raw === undefined) return;
    // Takes no new job from here on.
    const drained = raw.pause().catch(parts.outage.failed);
    await Promise.race([drained, unanswered(running), delay(parts.graceMs, undefined, unref)]);
    if (running.size > 0)
      parts.logger.warn({ queue: parts.queue }, 'queues: a job outlasts the shutdown, to be redone');
    // By force: what still runs now loses its lock, which hands the job to another worker.
    await raw.close(true);
  };
  let closing: Promise<void> | undefined;
  return {
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

const unref = { ref: false };

async function unanswered(running: ReadonlySet<Promise<void>>): Promise<void> {
  await Promise.allSettled(running);
  await delay(farewellMs, undefined, unref);
}

function report(raw: RawWorker, { queue, logger, outage }: WorkerParts): void {
  raw.on('error', outage.failed);
  raw.on('active', outage.over);
  raw.on('failed', (job, error) => {
    const about = { err: error, queue, job: job?.id, name: job?.name, attempt: job?.attemptsStarted };
    inTrace(job && traceOf(job), () => {
      if (job && isHusk(job))
        logger.error(about, 'queues: a job had lost its data and is removed, for its sender to add again');
      else if (job?.finishedOn === undefined) logger.warn(about, 'queues: a job failed and will be retried');
      else logger.error(about, 'queues: a job failed for good and is kept as a dead letter');
    });
  });
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
