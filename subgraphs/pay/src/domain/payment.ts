import type { Won } from '@moa/money';
import type { Subject } from './subject.ts';

type Terms = {
  readonly id: string;
  /** Counts the changes of this payment. */
  readonly version: number;
  readonly subject: Subject;
  readonly payerId: string;
  readonly amount: Won;
  readonly createdAt: Date;
};

/** What is paid for one order or one ride, in each of its states, with only what exists in it. */
export type Payment = Terms &
  (
    | { readonly state: 'PENDING'; readonly paymentMethodId: string }
    /** Its order was cancelled while the provider was being asked: whatever it captures goes back. */
    | { readonly state: 'VOIDING'; readonly paymentMethodId: string }
    | { readonly state: 'CAPTURED'; readonly chargeId: string }
    | { readonly state: 'REFUNDING'; readonly chargeId: string }
    | { readonly state: 'REFUNDED'; readonly chargeId: string; readonly refundedAt: Date }
    | { readonly state: 'REFUSED'; readonly code: string; readonly message: string }
  );

export type PaymentState = Payment['state'];
export type PaymentIn<State extends PaymentState> = Extract<Payment, { readonly state: State }>;

/** A payment as others see it: what is only on its way has not happened yet. */
export type PaymentStatus = 'PENDING' | 'CAPTURED' | 'REFUSED' | 'REFUNDED';

export function statusOf({ state }: Pick<Payment, 'state'>): PaymentStatus {
  switch (state) {
    case 'PENDING':
    case 'VOIDING':
      return 'PENDING';
    case 'CAPTURED':
    case 'REFUNDING':
      return 'CAPTURED';
    case 'REFUNDED':
    case 'REFUSED':
      return state;
  }
}

/** Why no money was taken, for people; null unless the payment is refused. */
export const refusalOf = (payment: Payment): { code: string; message: string } | null =>
  payment.state === 'REFUSED' ? { code: payment.code, message: payment.message } : null;
