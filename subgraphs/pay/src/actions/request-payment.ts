import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { won } from '@moa/money';
import { send } from '@moa/outbox';
import { requestPayment as decide } from '../domain/request.ts';
import { findPaymentMethod } from '../persistence/payment-methods.ts';
import { addPayment } from '../persistence/payments.ts';

/**
 * Begins the payment of an order. An order that has one already, or that was cancelled before, gets no second one. Runs in
 * the transaction that notes the fact as received.
 */
export async function requestPayment(
  em: EntityManager,
  order: FactOf<'OrderPlaced'>,
  circumstances: { readonly id: string; readonly now: Date },
): Promise<void> {
  const { orderId, customerId, paymentMethodId, total } = order;
  const method = await findPaymentMethod(em, paymentMethodId);
  const { payment, commands } = decide(
    { subject: { kind: 'ORDER', orderId }, payerId: customerId, amount: won(total) },
    method,
    circumstances,
  );
  if (await addPayment(em, payment)) await send(em, commands);
}
