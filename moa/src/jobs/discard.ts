import { userInfo } from 'node:os';
import type { DiscardOutcome, JobInspector } from '@moa/jobs';
import { giveUp, originOf } from '@moa/outbox';
import { databaseVariable } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Answer } from './answer.ts';
import type { Command } from './arguments.ts';
import { describe, findJob, shownJob } from './inspect.ts';
import type { Reach } from './reach.ts';
import { replayOf } from './replay.ts';

/** Removes a job that failed for good, in such a way that its sender does not add it again. */
export async function discard(
  { queue, id, reason, by, isConfirmed }: Extract<Command, { kind: 'discard' }>,
  reach: Reach,
  now: Date,
): Promise<Answer> {
  const job = await findJob(queue, id, reach);
  const notFailed = new Refusal(`${queue} ${id} has not failed for good, so it stays; inspect says how it stands.`);
  if (job.state !== 'failed') throw notFailed;
  const lost = describe(job, await replayOf(job, reach, now), now);
  if (!isConfirmed) {
    const text = `This would be lost:\n\n${lost}\n\nNothing was removed. Add --yes to remove it for good.`;
    return { isDone: false, text, json: { outcome: 'unconfirmed', job: shownJob(job) } };
  }
  const outcome = await discardAndGiveUp(queue, id, { by: by ?? user(), reason }, reach);
  if (outcome !== 'discarded') throw notFailed;
  return { isDone: true, text: `Removed for good:\n\n${lost}`, json: { outcome, job: shownJob(job) } };
}

/** Its sender gives it up with it, else the outbox would take the job for lost, and hand it over again. */
async function discardAndGiveUp(
  queue: string,
  id: string,
  because: Parameters<JobInspector['discard']>[2],
  { ask, inspector }: Reach,
): Promise<DiscardOutcome> {
  const discardNow = () =>
    inspector.discard(queue, id, because).catch((error: unknown) => {
      throw new Refusal(`The queues gave no answer, so look once more whether it is there: ${error}`, { cause: error });
    });
  const origin = originOf(id);
  if (!origin) return discardNow();
  const outcome = await ask(origin.publisher, (em) => giveUp(em, origin, queue, discardNow));
  if (outcome) return outcome;
  const variable = databaseVariable(origin.publisher);
  throw new Refusal(`${origin.publisher} would send ${id} again. Give ${variable}, so that it can be told not to.`);
}

function user(): string {
  try {
    return process.env.SUDO_USER ?? userInfo().username;
  } catch {
    return `user ${process.getuid?.()}`; // a container may run as somebody whom its system has no name for
  }
}
