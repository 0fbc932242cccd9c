import type { EntityManager } from '@mikro-orm/postgresql';
import { graphError, isForgotten } from '@moa/subgraph';

/**
 * Keeps somebody whose account is deleted, and whose token still lives a few minutes, from leaving something new. Ask before any
 * lock is taken: it holds off the forgetting to the end of the transaction. @throws UNAUTHENTICATED
 */
export async function checkIsMember(em: EntityManager, memberId: string): Promise<void> {
  if (await isForgotten(em, memberId)) throw graphError('UNAUTHENTICATED');
}
