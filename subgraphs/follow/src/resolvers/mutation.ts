import { payload } from '@moa/subgraph';
import { followMember } from '../actions/follow-member.ts';
import { unfollowMember } from '../actions/unfollow-member.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  follow: async (_root, { input }, context) => {
    const { ends, userErrors } = payload('ends', await followMember(context, input.memberId));
    context.loaders.clear();
    return { member: ends && { id: ends.followerId }, followedMember: ends && { id: ends.followeeId }, userErrors };
  },
  unfollow: async (_root, { input }, context) => {
    const { ends, userErrors } = payload('ends', await unfollowMember(context, input.memberId));
    context.loaders.clear();
    return { member: ends && { id: ends.followerId }, unfollowedMember: ends && { id: ends.followeeId }, userErrors };
  },
};
