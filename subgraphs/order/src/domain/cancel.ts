import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { cancelled } from './fulfilment.ts';
import type { Order, OrderChange } from './order.ts';
import { type CancelOrderRefusal, cancelOrderRefusals } from './refusals.ts';

/** What delivery said when it was asked to cancel; it was not asked when the order had none. */
export type DeliveryAnswer = 'NOT_ASKED' | 'CANCELLED' | 'COMPLETED';

const refuse = refusalsFrom(cancelOrderRefusals);

/** A delivery can only exist once the order is paid: until then there is nothing to ask. */
export const needsDeliveryAnswer = (order: Order, answer: DeliveryAnswer): boolean =>
  order.status === 'PAID' && answer === 'NOT_ASKED';

/**
 * Whether the customer's wish ends the order. Delivery decides, not the order: one whose delivery was not cancelled is
 * never cancelled.
 */
export function decideCancelOrder(
  order: Order,
  answer: DeliveryAnswer,
): Outcome<readonly OrderChange[], CancelOrderRefusal['code']> {
  switch (order.status) {
    case 'ORDERED':
      return done([cancelled(order, 'CUSTOMER')]);
    case 'PAID':
      if (answer === 'CANCELLED') return done([cancelled(order, 'CUSTOMER')]);
      return refused(refuse(answer === 'COMPLETED' ? 'ORDER_ALREADY_COMPLETED' : 'DELIVERY_UNAVAILABLE'));
    case 'COMPLETED':
      return refused(refuse('ORDER_ALREADY_COMPLETED'));
    case 'CANCELLED':
      // Delivery cancelled at our own asking, and its fact came home before its answer.
      if (answer === 'CANCELLED') return done([]);
      return refused(refuse('ORDER_ALREADY_CANCELLED'));
  }
}
