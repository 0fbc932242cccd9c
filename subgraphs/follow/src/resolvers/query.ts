import { connectionOf, memberId, pageRequest } from '@moa/subgraph';
import { isFollowNumber } from '../domain/follow-view.ts';
import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  followDashboard: async (_root, { first, after }, { viewer, loaders }) => {
    const page = pageRequest(first, after, isFollowNumber);
    return connectionOf(await loaders.following.load(memberId(viewer), page), page, ({ number }) => number);
  },
};
