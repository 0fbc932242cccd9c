import { type Break, breakOf } from './break.ts';

const followPairs = 'subgraphs/plan/src/persistence/follow-pairs.ts';

export const followerBreaks: readonly Break[] = [
  breakOf(
    'hearts-counted',
    'a heart counts twice',
    'subgraphs/plan/src/persistence/hearts.ts',
    'set heart_count = heart_count + ?',
    'set heart_count = heart_count + 2 * ?',
  ),
  breakOf(
    'followers-counted',
    'a follower counts twice',
    'subgraphs/follow/src/persistence/pairs.ts',
    'when id = followee_id then change else 0',
    'when id = followee_id then 2 * change else 0',
  ),
  breakOf(
    'followers-known-to-notification',
    'notification never hears that somebody follows no more',
    'subgraphs/notification/src/persistence/followers.ts',
    'where f.pair_version < excluded.pair_version',
    'where f.pair_version > excluded.pair_version',
  ),
  breakOf(
    'followers-known-to-plan',
    'plan never hears that somebody follows no more',
    followPairs,
    'where follow_pairs.version < excluded.version',
    'where follow_pairs.version > excluded.version',
  ),
  breakOf(
    'ranking-agrees',
    'in the ranking a follower counts twice',
    followPairs,
    'followers = counts.followers + ?',
    'followers = counts.followers + 2 * ?',
  ),
];
