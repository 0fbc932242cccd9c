import { differing, found, type Invariant, type Lines } from './invariant.ts';

const follows: Lines = [
  'follow',
  `select concat_ws(' ', follower_id, followee_id, version, number is not null) from pairs`,
];

/** What is counted and copied of plans, hearts and followers. */
export const followerInvariants: readonly Invariant[] = [
  {
    name: 'hearts-counted',
    forbids: 'hearts that are miscounted',
    promise: 'P3',
    holds: 'always',
    offenders: found(
      'plan',
      `select id from plans where heart_count <>
         (select count(*) from plan_hearts where plan_id = plans.id and hearted_at is not null)`,
    ),
    spoil: { book: 'plan', statement: 'update plans set heart_count = heart_count + 1' },
  },
  {
    name: 'followers-counted',
    forbids: 'followers that are miscounted',
    promise: 'P8',
    holds: 'always',
    offenders: found(
      'follow',
      `select id from members where (follower_count, following_count) <> (
         (select count(*) from pairs where followee_id = members.id and number is not null),
         (select count(*) from pairs where follower_id = members.id and number is not null))`,
    ),
    spoil: {
      book: 'follow',
      statement: `delete from pairs where (follower_id, followee_id) =
        (select follower_id, followee_id from pairs where number is not null limit 1)`,
    },
  },
  {
    name: 'followers-known-to-notification',
    forbids: 'followers that notification has otherwise',
    promise: 'P9',
    holds: 'settled',
    offenders: differing(follows, [
      'notification',
      `select concat_ws(' ', follower_id, followee_id, pair_version, following) from followers`,
    ]),
    spoil: { book: 'notification', statement: 'update followers set following = not following' },
  },
  {
    name: 'followers-known-to-plan',
    forbids: 'followers that plan has otherwise',
    promise: 'P4',
    holds: 'settled',
    offenders: differing(follows, [
      'plan',
      `select concat_ws(' ', follower_id, followee_id, version, following) from follow_pairs`,
    ]),
    spoil: { book: 'plan', statement: 'delete from follow_pairs' },
  },
  {
    name: 'ranking-agrees',
    forbids: 'a ranking that is not that of the followers',
    promise: 'P4',
    holds: 'settled',
    offenders: differing(
      ['follow', `select concat_ws(' ', id, follower_count) from members where follower_count > 0`],
      ['plan', `select concat_ws(' ', member_id, followers) from follower_counts where followers > 0`],
    ),
    spoil: { book: 'plan', statement: 'update follower_counts set followers = followers + 1' },
  },
];
