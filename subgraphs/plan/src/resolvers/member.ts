import { connectionOf, pageRequest } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import { isMomentKey, momentKey } from '../persistence/keyset.ts';
import { findHeartedPlansOf, findPlansOf } from '../persistence/plan-lists.ts';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

/** The place of a shared plan among those of its time. */
export const sharedKey = ({ sharedAt, id }: Plan): string => {
  if (!sharedAt) throw new Error(`The plan ${id} is not shared.`);
  return momentKey(sharedAt, id);
};

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  plans: async ({ id }, { first, after }, { em }) => {
    const page = pageRequest(first, after);
    return connectionOf(await findPlansOf(em, id, page), page, (plan) => plan.id);
  },
  sharedPlans: async ({ id }, { first, after }, { loaders }) => {
    const page = pageRequest(first, after, isMomentKey);
    return connectionOf(await loaders.sharedPlans.load(id, page), page, sharedKey);
  },
  heartedPlans: async ({ id }, { first, after }, { em }) => {
    const page = pageRequest(first, after, isMomentKey);
    const plans = await findHeartedPlansOf(em, id, page);
    return connectionOf(plans, page, (plan) => momentKey(plan.heartedAt, plan.id));
  },
};
