import { createBoundedNames, metrics } from '@moa/telemetry';
import type { Handler } from './jobs.ts';
import type { RawWorker } from './queue-backend.ts';

/** Names of jobs are those of facts and of handlers; but a queue holds what somebody put there. */
const mostNames = 200;

/** The same handler, timed. */
export function timed(queue: string, handler: Handler): Handler {
  const durations = metrics()?.durations('jobs_attempt_duration_seconds', 'Time that an attempt at a job took.');
  if (!durations) return handler;
  const series = durations({ queue });
  return async (job) => {
    const startedAt = performance.now();
    try {
      await handler(job);
    } finally {
      series.observeSince(startedAt);
    }
  };
}

/** Counts what becomes of jobs. */
export function countOutcomes(queue: string, worker: RawWorker): void {
  const taken = metrics();
  if (!taken) return;
  const attempts = taken.tallies(
    'jobs_attempts_total',
    'Attempts at jobs by outcome: done, retried, or failed for good, which makes a dead letter.',
  );
  const stalled = taken.tallies(
    'jobs_stalled_total',
    'Jobs that were given to another worker since theirs gave no sign of life.',
  )({ queue });
  const bounded = createBoundedNames(mostNames);
  const count = (job: { readonly name: string | undefined } | undefined, outcome: 'done' | 'retried' | 'failed') => {
    const name = job?.name === undefined ? 'lost' : bounded(job.name);
    attempts({ queue, name, outcome }).count += 1;
  };
  worker.on('completed', (job) => count(job, 'done'));
  worker.on('failed', (job, _error) => count(job, job?.finishedOn === undefined ? 'retried' : 'failed'));
  worker.on('stalled', () => {
    stalled.count += 1;
  });
}
