import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { isForgotten } from '@moa/subgraph';
import { putFollowPair } from '../persistence/follow-pairs.ts';

/**
 * Keeps the ranking of the most followed members. News that is older than what is known changes nothing, nor does news of
 * somebody who is gone. Runs in the transaction that notes the fact as received.
 */
export async function recordFollow(
  em: EntityManager,
  { type, followerId, followeeId, version }: FactOf<'MemberFollowed' | 'MemberUnfollowed'>,
): Promise<void> {
  if ((await isForgotten(em, followerId)) || (await isForgotten(em, followeeId))) return;
  await putFollowPair(em, { followerId, followeeId, version, following: type === 'MemberFollowed' });
}
