import { PeerUnavailable } from '@moa/peer';
import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayCancelOrder } from '../domain/access.ts';
import { type DeliveryAnswer, decideCancelOrder, needsDeliveryAnswer } from '../domain/cancel.ts';
import type { Order } from '../domain/order.ts';
import type { OrderView } from '../domain/order-view.ts';
import { type CancelOrderRefusal, cancelOrderRefusals } from '../domain/refusals.ts';
import { findOrder, lockOrder } from '../persistence/orders.ts';
import type { OrderContext } from './context.ts';
import { save } from './save.ts';

type Result = Outcome<OrderView, CancelOrderRefusal['code']>;

const refuse = refusalsFrom(cancelOrderRefusals);

/**
 * Cancels the delivery first, synchronously, then the order. No transaction is open while delivery is asked. If this process
 * dies in between, delivery's own fact brings the order to the same end.
 */
export async function cancelOrder(context: OrderContext, orderId: string): Promise<Result> {
  const order = await findOrder(context.em, orderId);
  if (!order || !mayCancelOrder(context.viewer, order)) return refused(refuse('ORDER_NOT_FOUND', 'orderId'));

  const first = await settle(
    context,
    orderId,
    needsDeliveryAnswer(order, 'NOT_ASKED') ? await ask(context, order) : 'NOT_ASKED',
  );
  // The payment may have come through between the reading and the settling: then there is a delivery to ask about after all.
  if (first.kind === 'ask') return resultOf(await settle(context, orderId, await ask(context, first.order)));
  return resultOf(first);
}

type Settled = Result | { readonly kind: 'ask'; readonly order: Order };
type Answer = DeliveryAnswer | 'UNAVAILABLE';

const ask = (context: OrderContext, order: Order): Promise<Answer> =>
  context.delivery.cancelDelivery(order).catch((error: unknown) => {
    if (error instanceof PeerUnavailable) return 'UNAVAILABLE';
    throw error;
  });

async function settle(context: OrderContext, orderId: string, answer: Answer): Promise<Settled> {
  if (answer === 'UNAVAILABLE') return refused(refuse('DELIVERY_UNAVAILABLE'));
  return context.transaction(async (em): Promise<Settled> => {
    const order = await lockOrder(em, orderId);
    if (!order) return refused(refuse('ORDER_NOT_FOUND', 'orderId'));
    if (needsDeliveryAnswer(order, answer)) return { kind: 'ask', order };
    const decision = decideCancelOrder(order, answer);
    if (decision.kind === 'refused') return decision;
    return done(await save(em, order, { changes: decision.value, now: context.clock() }));
  });
}

/** An order that is still unsettled after delivery was asked is left as it was. */
const resultOf = (settled: Settled): Result =>
  settled.kind === 'ask' ? refused(refuse('DELIVERY_UNAVAILABLE')) : settled;
