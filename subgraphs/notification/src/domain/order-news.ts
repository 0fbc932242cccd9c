import type { DeliveryFact, OrderFact, PayFact } from '@moa/contracts';
import { draftsOf, type News } from './draft.ts';

/** What people are told of food. */
export const orderNews: News<
  'OrderPaid' | 'OrderCompleted' | 'OrderCancelled' | 'PaymentRefunded' | 'DeliveryAccepted' | 'DeliveryCancelled'
> = {
  OrderPaid: (fact) => ofOrder(fact)({ to: fact.customerId, content: { kind: 'ORDER_PAID' } }),
  OrderCompleted: (fact) => ofOrder(fact)({ to: fact.customerId, content: { kind: 'ORDER_COMPLETED' } }),
  OrderCancelled: (fact) =>
    ofOrder(fact)({ to: fact.customerId, content: { kind: 'ORDER_CANCELLED', reason: fact.reason } }),
  PaymentRefunded: (fact) =>
    ofPayment(fact)({ to: fact.payerId, content: { kind: 'ORDER_REFUNDED', amount: fact.amount } }),
  DeliveryAccepted: (fact) => ofDelivery(fact)({ to: fact.customerId, content: { kind: 'DELIVERY_ACCEPTED' } }),
  // The customer heard of it from the order itself.
  DeliveryCancelled: (fact) => ofDelivery(fact)({ to: fact.courierId, content: { kind: 'DELIVERY_CANCELLED' } }),
};

const ofOrder = ({ type, orderId, version }: OrderFact) => draftsOf({ type, id: orderId, version }, { orderId });

const ofDelivery = ({ type, deliveryId, orderId, version }: DeliveryFact) =>
  draftsOf({ type, id: deliveryId, version }, { orderId });

const ofPayment = ({ type, paymentId, orderId, version }: Extract<PayFact, { type: 'PaymentRefunded' }>) =>
  draftsOf({ type, id: paymentId, version }, { orderId });
