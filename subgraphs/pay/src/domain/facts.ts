import type { PayFact } from '@moa/contracts';
import type { Payment } from './payment.ts';

type Told = Pick<Payment, 'id' | 'version' | 'subject' | 'payerId' | 'amount'>;
type Why = { readonly code: string; readonly message: string };

const about = ({ id, version, payerId }: Told) => ({ paymentId: id, version, payerId });

/** That the provider took the money, in the words for what it was taken for. */
export function captured(payment: Told): PayFact {
  const { subject, amount } = payment;
  switch (subject.kind) {
    case 'ORDER':
      return { type: 'PaymentCaptured', ...about(payment), orderId: subject.orderId, amount };
    case 'RIDE':
      return { type: 'RidePaid', ...about(payment), rideId: subject.rideId, amount };
    case 'TOKENS': {
      const { purchaseId, quantity } = subject;
      return {
        type: 'TokensBought',
        version: payment.version,
        purchaseId,
        memberId: payment.payerId,
        quantity,
        amount,
      };
    }
  }
}

/** That no money was taken, and why; null where nobody but the payer needs to know. */
export function refused(payment: Told, { code: reason, message }: Why): PayFact | null {
  const { subject, amount } = payment;
  switch (subject.kind) {
    case 'ORDER':
      return { type: 'PaymentRefused', ...about(payment), orderId: subject.orderId, reason, message };
    case 'RIDE':
      return { type: 'RidePaymentRefused', ...about(payment), rideId: subject.rideId, amount, reason, message };
    case 'TOKENS':
      return null;
  }
}

/** That all of the money went back. @throws for rides and tokens: nothing gives that back, so nobody listens for it */
export function refunded(payment: Told): PayFact {
  const { subject, amount } = payment;
  switch (subject.kind) {
    case 'ORDER':
      return { type: 'PaymentRefunded', ...about(payment), orderId: subject.orderId, amount };
    case 'RIDE':
    case 'TOKENS':
      throw new Error(`The payment ${payment.id} is for no order, and there is no fact of giving it back.`);
  }
}
