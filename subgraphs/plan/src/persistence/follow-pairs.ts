import type { EntityManager } from '@mikro-orm/postgresql';

/** What was said last of two members; `version` counts what happened between them. */
export type FollowPair = {
  readonly followerId: string;
  readonly followeeId: string;
  readonly version: number;
  readonly following: boolean;
};

/** Notes it and counts it, unless something newer is known. */
export async function putFollowPair(
  em: EntityManager,
  { followerId, followeeId, version, following }: FollowPair,
): Promise<void> {
  const [row]: { change: number }[] = await em.execute(
    `insert into follow_pairs (follower_id, followee_id, version, following) values (?, ?, ?, ?)
     on conflict (follower_id, followee_id) do update set version = excluded.version, following = excluded.following
       where follow_pairs.version < excluded.version
     returning new.following::integer - coalesce(old.following, false)::integer as change`,
    [followerId, followeeId, version, following],
  );
  if (!row || row.change === 0) return;
  await em.execute(
    `insert into follower_counts as counts (member_id, followers) values (?, greatest(?, 0))
     on conflict (member_id) do update set followers = counts.followers + ?`,
    [followeeId, row.change, row.change],
  );
}

/** Forgets whom a member followed and who followed them. Rows are locked in one order, so that two who leave at once don't wait in a circle. */
export async function removeFollowPairsOf(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(
    `select member_id from follower_counts
     where member_id = ? or member_id in (select followee_id from follow_pairs where follower_id = ? and following)
     order by member_id for update`,
    [memberId, memberId],
  );
  await em.execute(
    `with gone as (delete from follow_pairs where follower_id = ? returning followee_id, following)
     update follower_counts set followers = followers - 1 from gone where member_id = followee_id and following`,
    [memberId],
  );
  await em.execute('delete from follow_pairs where followee_id = ?', [memberId]);
  await em.execute('delete from follower_counts where member_id = ?', [memberId]);
}
