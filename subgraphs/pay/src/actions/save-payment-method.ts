import type { ActionContext } from '@moa/subgraph';
import { done, graphError, isForgotten, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isProviderToken, labelOf, mostPaymentMethods, type PaymentMethod } from '../domain/payment-method.ts';
import { type SavePaymentMethodRefusal, savePaymentMethodRefusals } from '../domain/refusals.ts';
import {
  addPaymentMethod,
  findByProviderToken,
  findPaymentMethodsOf,
  lockPaymentMethodsOf,
} from '../persistence/payment-methods.ts';

const refuse = refusalsFrom(savePaymentMethodRefusals);

/** The same token gives the same payment method, whatever is repeated. */
export async function savePaymentMethod(
  context: ActionContext,
  providerToken: string,
): Promise<Outcome<PaymentMethod, SavePaymentMethodRefusal['code']>> {
  const owner = memberId(context.viewer);
  if (!isProviderToken(providerToken)) return refused(refuse('PROVIDER_TOKEN_INVALID', 'providerToken'));

  return context.transaction(async (em) => {
    // A token may outlive its member's account for a moment.
    if (await isForgotten(em, owner)) throw graphError('UNAUTHENTICATED');
    await lockPaymentMethodsOf(em, owner);
    const earlier = await findByProviderToken(em, owner, providerToken);
    if (earlier) return done(earlier);
    const saved = await findPaymentMethodsOf(em, owner);
    if (saved.length >= mostPaymentMethods) return refused(refuse('TOO_MANY_PAYMENT_METHODS'));
    const method = {
      id: context.ids(),
      memberId: owner,
      label: labelOf(owner, providerToken),
      createdAt: context.clock(),
    };
    await addPaymentMethod(em, method, providerToken);
    return done(method);
  });
}
