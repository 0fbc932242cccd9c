import { refusalOf, statusOf } from '../domain/payment.ts';
import { purchaseOf } from '../domain/token-purchase.ts';
import type { PaymentResolvers } from './schema.gen.ts';

export const Payment: PaymentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.payment.load(id),
  status: (payment) => statusOf(payment),
  order: ({ subject }) => (subject.kind === 'ORDER' ? { id: subject.orderId } : null),
  ride: ({ subject }) => (subject.kind === 'RIDE' ? { id: subject.rideId } : null),
  purchase: (payment) => purchaseOf(payment),
  refusal: (payment) => refusalOf(payment),
  refundedAt: (payment) => (payment.state === 'REFUNDED' ? payment.refundedAt : null),
};
