import { z } from 'zod';
import { fact, id, won } from './fact.ts';

const payment = { paymentId: id, orderId: id };

/** The provider took the money. */
export const PaymentCaptured = fact('PaymentCaptured', { ...payment, amount: won });

/** The provider, or pay itself, refused for good. `reason` is a stable code, `message` is for the member. */
export const PaymentRefused = fact('PaymentRefused', { ...payment, reason: z.string(), message: z.string() });

/** All of the money went back. */
export const PaymentRefunded = fact('PaymentRefunded', { ...payment, amount: won });

export const payFact = z.discriminatedUnion('type', [PaymentCaptured, PaymentRefused, PaymentRefunded]);
export type PayFact = z.infer<typeof payFact>;
