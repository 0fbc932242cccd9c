import type { InspectedJob, ListedState, QueueCounts } from '@moa/jobs';
import { ago } from './ago.ts';
import type { Answer } from './answer.ts';
import type { Command } from './arguments.ts';
import { shownJob } from './inspect.ts';
import { assertQueue, type Reach } from './reach.ts';
import { table } from './table.ts';

const heading = ['QUEUE', 'ID', 'NAME', 'STATE', 'SINCE', 'ATTEMPTS', 'LAST ERROR'];

/** Which jobs do not get through, and how many of which there are. */
export async function list(
  { queue, states, first }: Extract<Command, { kind: 'list' }>,
  reach: Reach,
  now: Date,
): Promise<Answer> {
  if (queue !== undefined) assertQueue(queue, reach);
  const queues = queue === undefined ? reach.queues : [queue];
  const counts = await reach.inspector.countsOf(queues);
  const asked = queues.flatMap((name) =>
    states.map((state) => ({ name, state, count: counts.get(name)?.[state] ?? 0 })),
  );
  const listed = await Promise.all(
    asked.map(async (one) => ({
      ...one,
      jobs: one.count > 0 ? await reach.inspector.list(one.name, one.state, first) : [],
    })),
  );
  const rows = listed.flatMap(({ state, jobs }) => jobs.map((job) => rowOf(job, state, now)));
  const more = listed.flatMap(({ name, state, count, jobs }) =>
    count > jobs.length ? [`… and ${count - jobs.length} more ${state} in ${name}: --queue ${name} --first N`] : [],
  );
  const inUse = [...counts].filter(([name, count]) => name === queue || Object.values(count).some((n) => n > 0));
  return {
    isDone: true,
    text: [
      rows.length > 0 ? table(heading, rows) : `No job is ${states.join(' or ')}.`,
      ...more,
      ...(inUse.length > 0 ? ['', ...inUse.map(([name, count]) => summary(name, count))] : []),
    ].join('\n'),
    json: {
      queues: Object.fromEntries(counts),
      jobs: listed.flatMap(({ state, jobs }) => jobs.map((job) => ({ ...shownJob(job), listedAs: state }))),
    },
  };
}

const rowOf = (job: InspectedJob, state: ListedState, now: Date): readonly string[] => [
  job.queue,
  job.id,
  job.name,
  state,
  ago(job.finishedAt ?? job.addedAt, now),
  String(job.attempts),
  job.error?.replaceAll(/\s+/g, ' ').slice(0, 200) ?? '',
];

const summary = (name: string, { failed, struggling, active, waiting, delayed }: QueueCounts): string =>
  `${name}: ${failed} failed, ${struggling} struggling, ${active} active, ${waiting} waiting, ${delayed} delayed`;
