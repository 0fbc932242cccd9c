import { randomUUIDv7 } from 'node:crypto';
import type { FactOf } from '@moa/contracts';

/** Won. */
export const total = 24_000;

/** A fresh order. */
export const placedBy = (customerId: string, paymentMethodId: string): FactOf<'OrderPlaced'> => ({
  type: 'OrderPlaced',
  version: 1,
  orderId: randomUUIDv7(),
  customerId,
  paymentMethodId,
  total,
});

/** The end of an order, by the customer. */
export const cancelled = ({ orderId, customerId }: FactOf<'OrderPlaced'>): FactOf<'OrderCancelled'> => ({
  type: 'OrderCancelled',
  version: 2,
  orderId,
  customerId,
  reason: 'CUSTOMER',
});
