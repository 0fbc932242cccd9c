import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, type PageRequest, uuidArray } from '@moa/subgraph';
import type { FollowCounts, FollowView } from '../domain/follow-view.ts';

/** The followers of a member, the latest first, one more than asked for. */
export const findFollowers = (em: EntityManager, id: string, page: PageRequest): Promise<readonly FollowView[]> =>
  findList(em, { mine: 'followee_id', other: 'follower_id' }, id, page);

/** Whom a member follows, likewise. */
export const findFollowing = (em: EntityManager, id: string, page: PageRequest): Promise<readonly FollowView[]> =>
  findList(em, { mine: 'follower_id', other: 'followee_id' }, id, page);

type Column = 'follower_id' | 'followee_id';

async function findList(
  em: EntityManager,
  { mine, other }: { readonly mine: Column; readonly other: Column },
  id: string,
  { after, first }: PageRequest,
): Promise<readonly FollowView[]> {
  if (!isId(id)) return [];
  // As JSON a moment is RFC 3339 text.
  return em.execute(
    `select pairs.number::text as number, ${other} as "memberId", to_json(followed_at) as "followedAt" from pairs
     where ${mine} = ? and pairs.number < ?::bigint
     order by pairs.number desc limit ?`,
    [id, after ?? largestNumber, first + 1],
  );
}

const largestNumber = '9223372036854775807';

/** The counts of those members who are known, in any order. */
export const findCounts = (em: EntityManager, ids: readonly string[]): Promise<readonly FollowCounts[]> =>
  em.execute(
    `select id, follower_count as "followerCount", following_count as "followingCount"
     from members where id = any(?::uuid[])`,
    [uuidArray(ids)],
  );

/** Those of the members whom one of them follows. */
export const findFollowed = (
  em: EntityManager,
  followerId: string,
  ids: readonly string[],
): Promise<readonly { readonly id: string }[]> =>
  em.execute(
    `select followee_id as id from pairs where follower_id = ? and followee_id = any(?::uuid[]) and number is not null`,
    [followerId, uuidArray(ids)],
  );
