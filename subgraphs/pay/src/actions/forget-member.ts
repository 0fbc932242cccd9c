import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetMember as remember } from '@moa/subgraph';
import { removePaymentMethodsOf } from '../persistence/payment-methods.ts';

/**
 * A member deleted their account: what they could pay with goes, but for what is still to be charged; that goes when the
 * charge is settled: see advance-payment.ts. Payments keep their sums. Runs in the transaction that notes the fact as received.
 */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await remember(em, memberId);
  await removePaymentMethodsOf(em, memberId);
}
