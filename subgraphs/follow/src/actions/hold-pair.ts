import type { EntityManager } from '@mikro-orm/postgresql';
import { graphError } from '@moa/subgraph';
import type { Ends, Pair } from '../domain/pair.ts';
import { lockMembers } from '../persistence/members.ts';
import { findPair } from '../persistence/pairs.ts';

/**
 * What is between two members, held to the end of the transaction; null when there is nobody to follow.
 * @throws UNAUTHENTICATED when the follower has left: a token may live a little longer than its member
 */
export async function holdPair(em: EntityManager, ends: Ends): Promise<Pair | null> {
  const members = new Map(
    (await lockMembers(em, [ends.followerId, ends.followeeId])).map((known) => [known.id, known]),
  );
  if (members.get(ends.followerId)?.isDeleted) throw graphError('UNAUTHENTICATED');
  const followee = members.get(ends.followeeId);
  return followee && !followee.isDeleted ? findPair(em, ends) : null;
}
