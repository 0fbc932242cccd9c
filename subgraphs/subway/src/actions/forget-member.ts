import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetMember as remember } from '@moa/subgraph';
import { removeFavoritePathsOf } from '../persistence/favorite-paths.ts';

/** A member deleted their account: what they often took goes with them. Runs in the transaction that notes the fact as received. */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await remember(em, memberId);
  await removeFavoritePathsOf(em, memberId);
}
