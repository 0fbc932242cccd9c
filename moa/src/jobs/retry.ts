import type { InspectedJob, RetryOutcome } from '@moa/jobs';
import { inboxDays } from '@moa/outbox';
import type { Answer } from './answer.ts';
import type { Command, Wanted } from './arguments.ts';
import { assertQueue, type Reach } from './reach.ts';
import { mayBeForgotten } from './replay.ts';

/** Put back of one queue by one command; whoever has more repeats it. */
const most = 10_000;

type Outcome = RetryOutcome | 'mayWorkTwice';
type Result = { readonly queue: string; readonly id: string; readonly outcome: Outcome };

/** Puts jobs that failed for good back. */
export async function retry(
  { wanted, isConfirmed }: Extract<Command, { kind: 'retry' }>,
  reach: Reach,
  now: Date,
): Promise<Answer> {
  const results: Result[] = [];
  for (const { queue, ids, held } of await jobsOf(wanted, reach, (job) => !isConfirmed && mayBeForgotten(job, now))) {
    const outcomes = await reach.inspector.retry(queue, ids);
    for (const [id, outcome] of outcomes) results.push({ queue, id, outcome });
    for (const id of held) results.push({ queue, id, outcome: 'mayWorkTwice' });
  }
  return {
    isDone: results.every(({ outcome }) => outcome === 'retried'),
    text: results.length > 0 ? results.map(inWords).join('\n') : 'No job has failed for good.',
    json: { results },
  };
}

type Chosen = { readonly queue: string; readonly ids: readonly string[]; readonly held: readonly string[] };

/** The ids to put back, and those to hold back. */
async function jobsOf(
  wanted: Wanted,
  reach: Reach,
  isHeld: (job: InspectedJob) => boolean,
): Promise<readonly Chosen[]> {
  if (wanted.queue !== undefined) assertQueue(wanted.queue, reach);
  const { inspector } = reach;
  if (wanted.kind === 'some') {
    const jobs = await Promise.all(wanted.ids.map((id) => inspector.find(wanted.queue, id)));
    const held = jobs.flatMap((job) => (job?.state === 'failed' && isHeld(job) ? [job.id] : []));
    return [{ queue: wanted.queue, ids: wanted.ids.filter((id) => !held.includes(id)), held }];
  }
  const queues = wanted.queue === undefined ? reach.queues : [wanted.queue];
  return Promise.all(
    queues.map(async (queue) => {
      const jobs = await inspector.list(queue, 'failed', most);
      const held = jobs.filter(isHeld).map(({ id }) => id);
      return { queue, ids: jobs.map(({ id }) => id).filter((id) => !held.includes(id)), held };
    }),
  );
}

function inWords({ queue, id, outcome }: Result): string {
  switch (outcome) {
    case 'retried':
      return `${queue} ${id}: put back.`;
    case 'notFailed':
      return `${queue} ${id}: left alone, it has not failed for good; inspect says how it stands.`;
    case 'unknown':
      return `${queue} ${id}: there is no such job.`;
    case 'lost':
      return `${queue} ${id}: its queue has thrown out what it was. Its sender sends it again, unless that was long ago; discard it then.`;
    case 'mayWorkTwice':
      return `${queue} ${id}: left alone, it may have been worked more than ${inboxDays} days ago. Inspect it; --yes puts it back.`;
  }
}
