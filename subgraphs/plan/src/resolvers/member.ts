import { connectionOf, pageRequest } from '@moa/subgraph';
import { maySeeAllPlansOf } from '../domain/access.ts';
import type { Plan } from '../domain/plan.ts';
import { isMomentKey, momentKey } from '../persistence/keyset.ts';
import { findHeartedPlansOf, findPlansOf } from '../persistence/plan-lists.ts';
import type { GraphContext } from './context.ts';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

/** The place of a shared plan among those of its time. */
export const sharedKey = ({ sharedAt, id }: Plan): string => {
  if (!sharedAt) throw new Error(`The plan ${id} is not shared.`);
  return momentKey(sharedAt, id);
};

type Page = { readonly first: number; readonly after?: string | null | undefined };

async function sharedPlans({ id }: MemberReference, { first, after }: Page, { loaders }: GraphContext) {
  const page = pageRequest(first, after, isMomentKey);
  return connectionOf(await loaders.sharedPlans.load(id, page), page, sharedKey);
}

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  plans: async (member, { first, after }, context) => {
    if (!maySeeAllPlansOf(context.viewer, member.id)) return sharedPlans(member, { first, after }, context);
    const page = pageRequest(first, after);
    return connectionOf(await findPlansOf(context.em, member.id, page), page, (plan) => plan.id);
  },
  sharedPlans,
  heartedPlans: async ({ id }, { first, after }, { em }) => {
    const page = pageRequest(first, after, isMomentKey);
    const plans = await findHeartedPlansOf(em, id, page);
    return connectionOf(plans, page, (plan) => momentKey(plan.heartedAt, plan.id));
  },
};
