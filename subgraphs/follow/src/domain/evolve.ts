import type { FollowFact } from '@moa/contracts';
import type { Pair } from './pair.ts';

/** The pair after one of its own facts. */
export const evolve = (pair: Pair, { type, version }: FollowFact): Pair => ({
  ...pair,
  version,
  isFollowing: type === 'MemberFollowed',
});
