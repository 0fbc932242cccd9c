import { z } from 'zod';
import { fact, id, won } from './fact.ts';

/** A member ordered; the order waits for its payment. */
export const OrderPlaced = fact('OrderPlaced', {
  orderId: id,
  customerId: id,
  paymentMethodId: id,
  total: won,
});

/** The payment was captured; the food may be delivered. */
export const OrderPaid = fact('OrderPaid', {
  orderId: id,
  customerId: id,
  deliveryAddress: z.string(),
});

/** The food arrived. Nothing follows any more. */
export const OrderCompleted = fact('OrderCompleted', { orderId: id, customerId: id });

export const cancellationReason = z.enum(['CUSTOMER', 'PAYMENT_REFUSED']);
export type CancellationReason = z.infer<typeof cancellationReason>;

/** The order ended without food; whatever was captured for it must be given back. */
export const OrderCancelled = fact('OrderCancelled', { orderId: id, customerId: id, reason: cancellationReason });

export const orderFact = z.discriminatedUnion('type', [OrderPlaced, OrderPaid, OrderCompleted, OrderCancelled]);
export type OrderFact = z.infer<typeof orderFact>;
