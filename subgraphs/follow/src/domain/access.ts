import type { Policies } from '@moa/subgraph';

/** Who may use each field. A field without a policy, or a policy without its field, keeps the subgraph from starting. */
export const policies: Policies = {
  Query: { followDashboard: 'member' },
  Mutation: { follow: 'member', unfollow: 'member' },
  _entities: {
    Member: 'public', // no more than the id that was asked with
  },
  // Who follows whom is no secret.
  Member: {
    id: 'with-parent',
    followers: 'public',
    following: 'public',
    followerCount: 'public',
    followingCount: 'public',
    followedByMe: 'filtered', // the resolver: null for who is no member
  },
  FollowConnection: 'with-parent',
  FollowEdge: 'with-parent',
  FollowDashboardConnection: 'with-parent',
  FollowDashboardEdge: 'with-parent',
  FollowDashboardEntry: 'with-parent',
  PageInfo: 'with-parent',
  FollowPayload: 'with-parent',
  FollowUserError: 'with-parent',
  UnfollowPayload: 'with-parent',
  UnfollowUserError: 'with-parent',
};
