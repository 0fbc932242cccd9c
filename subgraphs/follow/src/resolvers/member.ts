import { connectionOf, pageRequest } from '@moa/subgraph';
import { isFollowNumber } from '../domain/follow-view.ts';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  followers: async ({ id }, { first, after }, { loaders }) => {
    const page = pageRequest(first, after, isFollowNumber);
    return connectionOf(await loaders.followers.load(id, page), page, ({ number }) => number);
  },
  following: async ({ id }, { first, after }, { loaders }) => {
    const page = pageRequest(first, after, isFollowNumber);
    return connectionOf(await loaders.following.load(id, page), page, ({ number }) => number);
  },
  followerCount: async ({ id }, _arguments, { loaders }) => (await loaders.counts.load(id))?.followerCount ?? 0,
  followingCount: async ({ id }, _arguments, { loaders }) => (await loaders.counts.load(id))?.followingCount ?? 0,
  followedByMe: async ({ id }, _arguments, { viewer, loaders }) =>
    viewer.kind === 'member' ? (await loaders.followed.load(id)) !== null : null,
};
