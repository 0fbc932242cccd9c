import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { send } from '@moa/outbox';
import { z } from 'zod';
import { sharedPlanNews } from '../domain/plan-news.ts';
import { findFollowers } from '../persistence/followers.ts';
import { holdMembers } from '../persistence/hold-members.ts';
import { lockSharedPlan, putPlan, putTelling } from '../persistence/shared-plans.ts';
import { type NotifyContext, notify } from './notify.ts';

/**
 * Followers told in one transaction, which keeps their mailboxes locked for some 0.1 s. The messages of others wait behind as many:
 * with 5,000 they wait four times as long, and nobody is told sooner.
 */
const chunkSize = 1_000;

/** The job that tells the next followers of a shared plan. */
export const fanOutJob = 'fanOut';

export const telling = z.object({
  planId: z.uuid(),
  ownerId: z.uuid(),
  version: z.int().positive(),
  toldUpTo: z.string().regex(/^\d+$/),
});

/** A plan is shared from now on, and the telling begins; or it is not any more, and the telling ends. Late facts change nothing. */
export async function hearOfPlan(em: EntityManager, fact: FactOf<'PlanShared' | 'PlanUnshared'>): Promise<void> {
  const { planId, ownerId, version } = fact;
  const gone = await holdMembers(em, [ownerId]);
  if (gone.size > 0 || !(await putPlan(em, fact)) || fact.type === 'PlanUnshared') return;
  await sendOn(em, { planId, ownerId, version, toldUpTo: '0' });
}

/**
 * Tells some of those who followed the owner when the plan was shared, and leaves the rest to another job, so that others have their turn in
 * between. How far it has come is kept with the plan: a job that runs again finds that it was done.
 */
export async function fanOut(em: EntityManager, job: z.infer<typeof telling>, context: NotifyContext): Promise<void> {
  const gone = await holdMembers(em, [job.ownerId]);
  const plan = gone.size === 0 ? await lockSharedPlan(em, job) : undefined;
  if (!plan) return;
  const span = { followeeId: job.ownerId, after: job.toldUpTo, before: plan.sharedAt };
  const followers = await findFollowers(em, span, chunkSize);
  const ids = followers.map(({ followerId }) => followerId);
  await notify(em, sharedPlanNews({ ...job, location: plan.location }, ids), context);
  const last = followers.at(-1);
  if (last && followers.length === chunkSize) await sendOn(em, { ...job, toldUpTo: last.since });
}

/** Behind the messages of those who were told: no faster than these are handed over. */
async function sendOn(em: EntityManager, job: z.infer<typeof telling>): Promise<void> {
  await putTelling(em, job);
  await send(em, [{ kind: 'job', name: fanOutJob, data: job }]);
}
