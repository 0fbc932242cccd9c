import { defineSaga } from '@moa/saga';
import type { CancellationReason, ForeignFact, Order, OrderChange, OrderStatus } from './order.ts';

/**
 * The saga from payment to the table: what each fact of pay and delivery means for the order. The compensations stand beside
 * what they undo: a refused payment or a cancelled delivery cancels the order, and `OrderCancelled` makes pay give back what
 * it took. An order that ended listens to nothing: money that arrives late for it is given back by pay, which heard of its end.
 */
export const fulfilment = defineSaga<OrderStatus, ForeignFact, Order, OrderChange>({
  ORDERED: {
    PaymentCaptured: { to: 'PAID', send: (order) => [paid(order)] },
    PaymentRefused: { to: 'CANCELLED', send: (order) => [cancelled(order, 'PAYMENT_REFUSED')] },
  },
  PAID: {
    DeliveryCompleted: { to: 'COMPLETED', send: (order) => [completed(order)] },
    // A delivery is cancelled only because the customer asked; this is the answer when the asking itself was cut short.
    DeliveryCancelled: { to: 'CANCELLED', send: (order) => [cancelled(order, 'CUSTOMER')] },
  },
  COMPLETED: {},
  CANCELLED: {},
});

const about = ({ id, customerId, version }: Order) => ({ orderId: id, customerId, version: version + 1 });

const paid = (order: Order): OrderChange => ({
  type: 'OrderPaid',
  ...about(order),
  deliveryAddress: order.deliveryAddress,
});

const completed = (order: Order): OrderChange => ({ type: 'OrderCompleted', ...about(order) });

export const cancelled = (order: Order, reason: CancellationReason): OrderChange => ({
  type: 'OrderCancelled',
  ...about(order),
  reason,
});
