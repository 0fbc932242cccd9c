import type { EntityManager } from '@mikro-orm/postgresql';
import type { FollowFact } from '@moa/contracts';
import { type Message, send } from '@moa/outbox';
import { erasePairs, findPairsOf } from '../persistence/erase-pairs.ts';
import { lockMembers } from '../persistence/members.ts';

/** Pairs ended in one transaction: few enough to keep nobody waiting who is at one of their other ends. */
const chunkSize = 500;

export const endFollowsJob = (memberId: string): Message => ({ kind: 'job', name: 'endFollows', data: { memberId } });

/**
 * Ends and erases a chunk of what was between a deleted member and others, tells of each follow that ended by it, and leaves the
 * rest to the next job. That one goes out behind the facts, so they never pile up. Since nothing new begins with a deleted
 * member, it comes to an end; and it may run twice, even at the same time.
 */
export async function endFollows(em: EntityManager, memberId: string): Promise<void> {
  const pairs = await findPairsOf(em, memberId, chunkSize);
  await lockMembers(
    em,
    pairs.flatMap(({ followerId, followeeId }) => [followerId, followeeId]),
  );
  const ended = await erasePairs(em, pairs);
  const facts = ended.map(
    ({ version, ...ends }): FollowFact => ({ type: 'MemberUnfollowed', ...ends, version: version + 1 }),
  );
  await send(em, [
    ...facts.map((fact) => ({ kind: 'fact', fact }) as const),
    ...(pairs.length === chunkSize ? [endFollowsJob(memberId)] : []),
  ]);
}
