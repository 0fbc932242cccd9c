import { type Break, breakOf } from './break.ts';

const order = 'subgraphs/order/src';

export const orderBreaks: readonly Break[] = [
  breakOf(
    'cancelled-never-delivered',
    'an order is cancelled without asking delivery',
    `${order}/actions/cancel-order.ts`,
    'context.delivery.cancelDelivery(order).catch(',
    `Promise.resolve('CANCELLED' as const).catch(`,
  ),
  breakOf(
    'delivered-is-paid',
    'an order whose payment was refused is delivered all the same',
    `${order}/domain/fulfilment.ts`,
    `PaymentRefused: { to: 'CANCELLED', send: (order) => [cancelled(order, 'PAYMENT_REFUSED')] },`,
    `PaymentRefused: { to: 'PAID', send: (order) => [paid(order)] },`,
  ),
  breakOf(
    'arrived-is-paid-in-full',
    'pay is told a won less than the order costs',
    `${order}/actions/place-order.ts`,
    `customerId, paymentMethodId, total, version }) as const;`,
    `customerId, paymentMethodId, total: (total - 1) as typeof total, version }) as const;`,
  ),
  breakOf(
    'order-ended',
    'delivery does not hear of paid orders',
    'subgraphs/delivery/src/events/facts.ts',
    'OrderPaid: (em, fact) => startDelivery(em, fact, { id: ids(), now: clock() }),',
    'OrderPaid: async () => undefined,',
  ),
  breakOf(
    'arrived-was-brought',
    'an order does not hear that its food arrived',
    `${order}/domain/fulfilment.ts`,
    `DeliveryCompleted: { to: 'COMPLETED', send: (order) => [completed(order)] },`,
    '',
  ),
  breakOf(
    'order-view-agrees',
    'the page of an order shows food that arrived as on its way',
    `${order}/domain/order-view.ts`,
    `{ deliveryStatus: 'COMPLETED', courierId`,
    `{ deliveryStatus: 'STARTED', courierId`,
  ),
];
