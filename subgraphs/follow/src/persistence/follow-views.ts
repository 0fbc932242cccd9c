import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, type PageRequest, uuidArray } from '@moa/subgraph';
import type { FollowCounts, FollowView } from '../domain/follow-view.ts';

/** A line of a list with whose list it is. */
export type OwnedFollowView = FollowView & { readonly ownerId: string };

/** The followers of each of the members, the latest first, one more than asked for of each. */
export const findFollowers = (em: EntityManager, ids: readonly string[], page: PageRequest) =>
  findLists(em, { mine: 'followee_id', other: 'follower_id' }, ids, page);

/** Whom each of the members follows, likewise. */
export const findFollowing = (em: EntityManager, ids: readonly string[], page: PageRequest) =>
  findLists(em, { mine: 'follower_id', other: 'followee_id' }, ids, page);

type Column = 'follower_id' | 'followee_id';

/** Lists read by one statement: as many members as a page may have. */
const batchSize = 100;

async function findLists(
  em: EntityManager,
  columns: { readonly mine: Column; readonly other: Column },
  ids: readonly string[],
  page: PageRequest,
): Promise<readonly OwnedFollowView[]> {
  const known = ids.filter(isId);
  const lists: OwnedFollowView[] = [];
  for (let begin = 0; begin < known.length; begin += batchSize) {
    lists.push(...(await findBatch(em, columns, known.slice(begin, begin + batchSize), page)));
  }
  return lists;
}

function findBatch(
  em: EntityManager,
  { mine, other }: { readonly mine: Column; readonly other: Column },
  ids: readonly string[],
  { after, first }: PageRequest,
): Promise<readonly OwnedFollowView[]> {
  // Each list for itself: for members in general, PostgreSQL would collect and sort all of a popular one's for their first few.
  const list = `(select ${mine} as owner_id, ${other} as member_id, pairs.number, followed_at from pairs
    where ${mine} = ? and pairs.number < ?::bigint order by pairs.number desc limit ?)`;
  // As JSON a moment is RFC 3339 text.
  return em.execute(
    `select owner_id as "ownerId", member_id as "memberId", list.number::text as number, to_json(followed_at) as "followedAt"
     from (${ids.map(() => list).join(' union all ')}) as list order by list.number desc`,
    ids.flatMap((id) => [id, after ?? largestNumber, first + 1]),
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
