import { traceOf } from '../trace.ts';
import type { RawJob } from './backend.ts';
import type { InspectedJob } from './inspector.ts';

const moment = (ms: number | undefined): Date | undefined => (ms ? new Date(ms) : undefined);

/** BullMQ's job as the inspector shows it. */
export function inspected(queue: string, job: RawJob, state: InspectedJob['state']): InspectedJob {
  const waitsFrom = job.processedOn ?? job.timestamp;
  return {
    queue,
    id: job.id ?? '',
    name: job.name ?? 'lost',
    data: job.data,
    state,
    attempts: job.attemptsStarted,
    stalls: job.stalledCounter,
    addedAt: new Date(job.timestamp || waitsFrom),
    startedAt: moment(job.processedOn),
    dueAt: state === 'delayed' ? new Date(waitsFrom + job.delay) : undefined,
    finishedAt: moment(job.finishedOn),
    requestId: traceOf(job)?.requestId,
    error: job.failedReason || undefined,
    stacks: job.stacktrace ?? [],
  };
}

/** BullMQ's own names of states in the words of the inspector. */
export function stateOf(state: Awaited<ReturnType<RawJob['getState']>>): InspectedJob['state'] | undefined {
  switch (state) {
    case 'failed':
    case 'delayed':
    case 'active':
      return state;
    case 'completed':
      return 'done';
    case 'unknown':
      return undefined;
    default:
      return 'waiting'; // with a priority, or for children: nobody asks for either
  }
}
