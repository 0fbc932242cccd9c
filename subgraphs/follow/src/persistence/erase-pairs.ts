import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '@moa/subgraph';
import type { Ends } from '../domain/pair.ts';

/**
 * Up to `limit` pairs that a member is in, on either side, also those that have ended. In the order of an index: without any,
 * PostgreSQL likes to look through the whole table for a popular member's first few.
 */
export const findPairsOf = (em: EntityManager, memberId: string, limit: number): Promise<readonly Ends[]> =>
  em.execute(
    `(select follower_id as "followerId", followee_id as "followeeId" from pairs where follower_id = ? order by number desc limit ?)
     union all
     (select follower_id, followee_id from pairs where followee_id = ? order by number desc limit ?)
     limit ?`,
    [memberId, limit, memberId, limit, limit],
  );

/** Takes pairs away and out of the counts of both ends; gives those back in which somebody was still following. */
export const erasePairs = (
  em: EntityManager,
  pairs: readonly Ends[],
): Promise<readonly (Ends & { readonly version: number })[]> =>
  em.execute(
    `with erased as (
       delete from pairs using unnest(?::uuid[], ?::uuid[]) as chosen (follower, followee)
       where follower_id = follower and followee_id = followee
       returning follower_id, followee_id, version, number
     ), ended as (
       select follower_id, followee_id, version from erased where number is not null
     ), loss as (
       select id, sum(followers) as followers, sum(followed) as followed
       from (
         select followee_id, 1, 0 from ended union all select follower_id, 0, 1 from ended
       ) as each_end (id, followers, followed)
       group by id
     ), counted as (
       update members set follower_count = follower_count - followers, following_count = following_count - followed
       from loss where members.id = loss.id
     )
     select follower_id as "followerId", followee_id as "followeeId", version from ended`,
    [uuidArray(pairs.map(({ followerId }) => followerId)), uuidArray(pairs.map(({ followeeId }) => followeeId))],
  );
