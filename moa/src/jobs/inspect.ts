import type { InspectedJob } from '@moa/jobs';
import { redacted } from '@moa/telemetry';
import { Refusal } from '../refusal.ts';
import { momentAndAgo } from './ago.ts';
import type { Answer } from './answer.ts';
import type { Command } from './arguments.ts';
import { assertQueue, type Reach } from './reach.ts';
import { type Replay, replayInWords, replayOf } from './replay.ts';

/** All that is known of a job, and what putting it back will do. */
export async function inspect(
  { queue, id }: Extract<Command, { kind: 'inspect' }>,
  reach: Reach,
  now: Date,
): Promise<Answer> {
  const job = await findJob(queue, id, reach);
  const replay = await replayOf(job, reach, now);
  return { isDone: true, text: describe(job, replay, now), json: { ...shownJob(job), replay } };
}

/** @throws Refusal when there is no such job */
export async function findJob(queue: string, id: string, reach: Reach): Promise<InspectedJob> {
  assertQueue(queue, reach);
  const job = await reach.inspector.find(queue, id);
  if (!job)
    throw new Refusal(
      `${queue} knows of no job ${id}: it was never added, or done more than an hour ago, or discarded.`,
    );
  return job;
}

/** A job as it may be shown: without what a log must not hold. */
export const shownJob = (job: InspectedJob): InspectedJob => ({ ...job, data: redacted(job.data) });

export function describe(job: InspectedJob, replay: Replay, now: Date): string {
  const moment = (at: Date | undefined) => (at ? momentAndAgo(at, now) : undefined);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['queue', job.queue],
    ['job', `${job.id}  ${job.name}`],
    ['state', job.state],
    ['about', idsIn(job.data).join(', ')],
    ['request', job.requestId],
    ['added', moment(job.addedAt)],
    ['last start', moment(job.startedAt)],
    ['not before', moment(job.dueAt)],
    [job.state === 'done' ? 'done' : 'failed', moment(job.finishedAt)],
    ['attempts', attempts(job)],
    ['error', job.error],
    ['put back', job.state === 'failed' ? replayInWords(replay) : isOpen(job)],
  ];
  const facts = lines.flatMap(([name, value]) => (value ? [`${name.padEnd(12)}${value}`] : []));
  const data = JSON.stringify(redacted(job.data), undefined, 2);
  return [...facts, '', 'data', data, ...(job.stacks.length > 0 ? ['', 'first stacks', ...job.stacks] : [])].join('\n');
}

const isOpen = ({ state }: InspectedJob): string =>
  state === 'done' ? 'not possible: it is done.' : 'not needed: it goes on by itself.';

const attempts = ({ attempts, stalls }: InspectedJob): string =>
  stalls > 0 ? `${attempts}; a process died or hung over it ${stalls} times` : String(attempts);

/** What the job is about: every id that stands in its data by name. */
function idsIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    /^id$|Id$/.test(key) && typeof value === 'string' ? [`${key} ${value}`] : [],
  );
}
