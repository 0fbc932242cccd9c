import type { EntityManager } from '@mikro-orm/postgresql';
import { type Ends, newPair, type Pair } from '../domain/pair.ts';
import { PairRow } from './pair-row.ts';

/** What is between two members. Read it while both of them are locked. */
export async function findPair(em: EntityManager, { followerId, followeeId }: Ends): Promise<Pair> {
  const row = await em.findOne(PairRow, { followerId, followeeId }, { refresh: true });
  if (!row) return newPair({ followerId, followeeId });
  return { followerId, followeeId, version: row.version, isFollowing: row.number !== null };
}

/**
 * Stores what became of a pair by one change, and counts it at both ends.
 * @throws when somebody else changed it since it was read, so that nothing is overwritten
 */
export async function savePair(em: EntityManager, pair: Pair, now: Date): Promise<void> {
  const { followerId, followeeId, version, isFollowing } = pair;
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `with changed as (
       insert into pairs as pair (follower_id, followee_id, version, number, followed_at)
       select ?::uuid, ?::uuid, ?::integer, nextval('follow_numbers'), ?::timestamptz where ?::boolean
       union all select ?::uuid, ?::uuid, ?::integer, null, null where not ?::boolean
       on conflict (follower_id, followee_id) do update
         set version = excluded.version, number = excluded.number, followed_at = excluded.followed_at
         where pair.version = excluded.version - 1
       returning follower_id, followee_id, case when number is null then -1 else 1 end as change
     )
     update members set
       follower_count = follower_count + case when id = followee_id then change else 0 end,
       following_count = following_count + case when id = follower_id then change else 0 end
     from changed where id in (follower_id, followee_id)`,
    [...[followerId, followeeId, version, now, isFollowing], ...[followerId, followeeId, version, isFollowing]],
    'run',
  );
  if (affectedRows !== 2) {
    throw new Error(`What is between ${followerId} and ${followeeId} was changed by somebody else; try again.`);
  }
}
