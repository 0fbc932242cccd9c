import type { EntityManager } from '@mikro-orm/postgresql';

/** What became of two members: `version` counts it. */
export type Following = {
  readonly followeeId: string;
  readonly followerId: string;
  readonly version: number;
  readonly following: boolean;
};

/** A place in the order in which follows began and plans were shared: PostgreSQL's bigint as text. */
export type Moment = string;

export type Follower = { readonly followerId: string; readonly since: Moment };

/** Keeps the newest that is known of two members. False when that was known already. */
export async function putFollowing(
  em: EntityManager,
  { followeeId, followerId, version, following }: Following,
): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into followers as f (followee_id, follower_id, pair_version, following) values (?, ?, ?, ?)
     on conflict (followee_id, follower_id) do update
       set pair_version = excluded.pair_version, following = excluded.following, since = excluded.since
     where f.pair_version < excluded.pair_version
     returning 1`,
    [followeeId, followerId, version, following],
  );
  return rows.length === 1;
}

/** Who follows a member since between two moments, in that order, `limit` at most. */
export const findFollowers = (
  em: EntityManager,
  { followeeId, after, before }: { readonly followeeId: string; readonly after: Moment; readonly before: Moment },
  limit: number,
): Promise<readonly Follower[]> =>
  em.execute(
    `select follower_id as "followerId", since::text from followers
     where followee_id = ? and following and since > ? and since < ? order by followers.since limit ?`,
    [followeeId, after, before, limit],
  );
