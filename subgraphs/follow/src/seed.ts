import type { EntityManager } from '@mikro-orm/postgresql';
import { openDatabase } from '@moa/database';
import { send } from '@moa/outbox';
import type { Surroundings } from '@moa/subgraph';
import { decideFollow } from './domain/decide.ts';
import { evolve } from './domain/evolve.ts';
import type { Ends } from './domain/pair.ts';
import { database } from './persistence/database.ts';
import { addMember, lockMembers } from './persistence/members.ts';
import { findPair, savePair } from './persistence/pairs.ts';

/** One demo member follows another one; both are named by their ids. */
export type DemoFollow = Ends;

/**
 * Lets demo members follow each other, the last one of the list as the latest; who listens hears of it when the subgraph is
 * opened. What these members did since, stands: nobody follows anew whom they no longer follow, nor somebody who has left.
 */
export async function seedFollows(
  url: string,
  follows: readonly DemoFollow[],
  logger: Surroundings['logger'],
): Promise<void> {
  const orm = await openDatabase(url, database, { logger, poolMax: 1 });
  const ids = [...new Set(follows.flatMap(({ followerId, followeeId }) => [followerId, followeeId]))].toSorted();
  try {
    await orm.em.fork().transactional(async (em) => {
      for (const id of ids) await addMember(em, id);
      const gone = new Set((await lockMembers(em, ids)).filter(({ isDeleted }) => isDeleted).map(({ id }) => id));
      for (const ends of follows) {
        if (!gone.has(ends.followerId) && !gone.has(ends.followeeId)) await begin(em, ends);
      }
    });
  } finally {
    await orm.close();
  }
}

/** Of two members who are locked. Nothing where one ever followed the other. */
async function begin(em: EntityManager, ends: Ends): Promise<void> {
  const pair = await findPair(em, ends);
  if (pair.version > 0) return;
  for (const fact of decideFollow(pair)) {
    await savePair(em, evolve(pair, fact), new Date());
    await send(em, [{ kind: 'fact', fact }]);
  }
}
