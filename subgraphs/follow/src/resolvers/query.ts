import { connectionOf, memberId, pageRequest } from '@moa/subgraph';
import { isFollowNumber } from '../domain/follow-view.ts';
import { findFollowing } from '../persistence/follow-views.ts';
import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  followDashboard: async (_root, { first, after }, { em, viewer }) => {
    const page = pageRequest(first, after, isFollowNumber);
    return connectionOf(await findFollowing(em, memberId(viewer), page), page, ({ number }) => number);
  },
};
