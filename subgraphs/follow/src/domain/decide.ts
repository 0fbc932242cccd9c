import type { FollowFact } from '@moa/contracts';
import type { Pair } from './pair.ts';

/** Who follows already follows on, with nothing new to say. */
export const decideFollow = (pair: Pair): readonly FollowFact[] =>
  pair.isFollowing ? [] : [{ type: 'MemberFollowed', ...about(pair) }];

/** And who does not, does not. */
export const decideUnfollow = (pair: Pair): readonly FollowFact[] =>
  pair.isFollowing ? [{ type: 'MemberUnfollowed', ...about(pair) }] : [];

const about = ({ followerId, followeeId, version }: Pair) => ({ followerId, followeeId, version: version + 1 });
