import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetMember as remember } from '@moa/subgraph';
import { blankAddressesOf } from '../persistence/deliveries.ts';

/**
 * A member deleted their account: where they live goes from every delivery that has ended. One that is under way keeps it,
 * for the courier, until it ends: see save.ts. Runs in the transaction that notes the fact as received.
 */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await remember(em, memberId);
  await blankAddressesOf(em, memberId);
}
