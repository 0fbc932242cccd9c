import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { PaymentState } from '../domain/payment.ts';

export const PaymentRow = defineEntity({
  name: 'Payment',
  tableName: 'payments',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    orderId: p.uuid().nullable(),
    rideId: p.uuid().nullable(),
    purchaseId: p.uuid().nullable(),
    tokens: p.integer().nullable(),
    payerId: p.uuid(),
    amount: p.bigint('number'),
    paymentMethodId: p.uuid().nullable(),
    state: p.text().$type<PaymentState>(),
    chargeId: p.text().nullable(),
    refusalCode: p.text().nullable(),
    refusalMessage: p.text().nullable(),
    createdAt: p.datetime(),
    refundedAt: p.datetime().nullable(),
  },
});
export type PaymentRow = InferEntity<typeof PaymentRow>;
