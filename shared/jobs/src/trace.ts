import { inSpan, inTrace, readTrace, type Trace } from '@moa/telemetry';
import type { BulkJobOptions, Job } from 'bullmq';

/**
 * A job takes its trace along where BullMQ has a place for such things: beside the data, which stays what the sender wrote, so
 * workers that know nothing of traces do it like any other.
 */
export const traceOption = (trace: Trace | undefined): Pick<BulkJobOptions, 'telemetry'> =>
  trace ? { telemetry: { metadata: JSON.stringify(trace) } } : {};

export function traceOf({ opts }: Pick<Job, 'opts'>): Trace | undefined {
  try {
    return readTrace(JSON.parse(opts?.telemetry?.metadata ?? '{}'));
  } catch {
    return undefined; // somebody else's metadata
  }
}

/** Works a job in the trace that it came with. */
export const inTraceOf = (queue: string, job: Job<unknown, void>, work: () => Promise<void>): Promise<void> =>
  inTrace(traceOf(job), () =>
    inSpan(
      {
        name: `process ${queue}`,
        kind: 'consumer',
        attributes: {
          'messaging.system': 'bullmq',
          'messaging.operation.name': 'process',
          'messaging.operation.type': 'process',
          'messaging.destination.name': queue,
          'messaging.message.id': job.id ?? '',
          'messaging.bullmq.job.name': job.name,
          'messaging.bullmq.job.attempt': job.attemptsStarted,
        },
      },
      work,
    ),
  );
