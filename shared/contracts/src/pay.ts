import { z } from 'zod';
import { fact, id, won } from './fact.ts';

/** Who pays is missing in facts of before it was told. */
const payment = { paymentId: id, orderId: id, payerId: id.optional() };

/** The provider took the money. */
export const PaymentCaptured = fact('PaymentCaptured', { ...payment, amount: won });

/** The provider, or pay itself, refused for good. `reason` is a stable code, `message` is for the member. */
export const PaymentRefused = fact('PaymentRefused', { ...payment, reason: z.string(), message: z.string() });

/** All of the money went back. */
export const PaymentRefunded = fact('PaymentRefunded', { ...payment, amount: won });

const ridePayment = { paymentId: id, rideId: id, payerId: id, amount: won };

/** The provider took the fare of a ride. `rideId` is the booking's id. */
export const RidePaid = fact('RidePaid', ridePayment);

/** The fare of a ride was refused; the ride may be paid for anew. */
export const RidePaymentRefused = fact('RidePaymentRefused', {
  ...ridePayment,
  reason: z.string(),
  message: z.string(),
});

/** A member bought tokens, and paid for them. */
export const TokensBought = fact('TokensBought', {
  purchaseId: id,
  memberId: id,
  quantity: z.int().positive(),
  amount: won,
});

export const payFact = z.discriminatedUnion('type', [
  PaymentCaptured,
  PaymentRefused,
  PaymentRefunded,
  RidePaid,
  RidePaymentRefused,
  TokensBought,
]);
export type PayFact = z.infer<typeof payFact>;
