import { send } from '@moa/outbox';
import { isForgotten, forgetMember as remember } from '@moa/subgraph';
import { chargeUnderWayMs, erasing } from '../domain/payment-method.ts';
import { removePaymentMethodsOf } from '../persistence/payment-methods.ts';
import type { SettlingContext } from './context.ts';

/** Erases what a member who is gone could be charged with. While a charge is under way its own stays, and this is done again. */
export async function erasePaymentMethods({ transaction }: SettlingContext, memberId: string): Promise<void> {
  // Who is gone stays gone, so this holds in the next transaction too; in one they would be in each other's way.
  if (!(await transaction((em) => isForgotten(em, memberId)))) return;
  await transaction(async (em) => {
    // Waits for rides that are about to be charged, and makes later ones wait.
    await remember(em, memberId);
    const left = await removePaymentMethodsOf(em, memberId);
    if (left > 0) await send(em, [erasing(memberId, chargeUnderWayMs)]);
  });
}
