import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { forgetMember as remember } from '@moa/subgraph';
import { erasing, keptForRidesMs } from '../domain/payment-method.ts';

/**
 * A member deleted their account: from now on nobody sees what they could pay with, and no order or purchase can use it. A ride that
 * they are in is still to be paid for, so it is erased when that has long ended. Payments keep their sums, and the token ledger
 * is kept as it is: both know no more than an id. Runs in the transaction that notes the fact as received.
 */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await remember(em, memberId);
  await send(em, [erasing(memberId, keptForRidesMs)]);
}
