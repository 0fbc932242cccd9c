import { statusOf } from '../domain/payment.ts';
import type { PaymentResolvers } from './schema.gen.ts';

export const Payment: PaymentResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.payment.load(id),
  status: (payment) => statusOf(payment),
  order: ({ orderId }) => ({ id: orderId }),
  refusal: (payment) => (payment.state === 'REFUSED' ? { code: payment.code, message: payment.message } : null),
  refundedAt: (payment) => (payment.state === 'REFUNDED' ? payment.refundedAt : null),
};
