import { won } from '@moa/money';
import type { Payment, PaymentState } from '../domain/payment.ts';
import type { Subject } from '../domain/subject.ts';

/**
 * A row of the table, whichever way it was read. One of `orderId`, `rideId` and `purchaseId` is there, `tokens` beside the last.
 * The columns from `state` on hold nothing where the state has no use for them.
 */
export type PaymentColumns = {
  readonly id: string;
  readonly version: number;
  readonly orderId?: string | null | undefined;
  readonly rideId?: string | null | undefined;
  readonly purchaseId?: string | null | undefined;
  readonly tokens?: number | null | undefined;
  readonly payerId: string;
  readonly amount: number;
  readonly createdAt: Date;
  readonly state: PaymentState;
  readonly paymentMethodId?: string | null | undefined;
  readonly chargeId?: string | null | undefined;
  readonly refusalCode?: string | null | undefined;
  readonly refusalMessage?: string | null | undefined;
  readonly refundedAt?: Date | null | undefined;
};

type SubjectColumns = {
  readonly orderId: string | null;
  readonly rideId: string | null;
  readonly purchaseId: string | null;
  readonly tokens: number | null;
};

/** The columns that say what it is for; null where it is not for that. */
export function subjectColumnsOf({ subject }: Payment): SubjectColumns {
  const none = { orderId: null, rideId: null, purchaseId: null, tokens: null };
  switch (subject.kind) {
    case 'ORDER':
      return { ...none, orderId: subject.orderId };
    case 'RIDE':
      return { ...none, rideId: subject.rideId };
    case 'TOKENS':
      return { ...none, purchaseId: subject.purchaseId, tokens: subject.quantity };
  }
}

/** The columns that depend on the state; null where it has no use for them. */
export function columnsOf(payment: Payment) {
  return {
    state: payment.state,
    paymentMethodId: 'paymentMethodId' in payment ? payment.paymentMethodId : null,
    chargeId: 'chargeId' in payment ? payment.chargeId : null,
    refusalCode: 'code' in payment ? payment.code : null,
    refusalMessage: 'message' in payment ? payment.message : null,
    refundedAt: 'refundedAt' in payment ? payment.refundedAt : null,
  };
}

/** @throws when a column is empty that the state needs; the table's checks don't let that happen */
export function toPayment(columns: PaymentColumns): Payment {
  const { id, version, payerId, createdAt, state } = columns;
  const terms = { id, version, subject: subjectOf(columns), payerId, amount: won(columns.amount), createdAt };
  const needed = <Value>(value: Value | null | undefined): Value => {
    if (value == null) throw new Error(`The payment ${id} is ${state} and lacks what belongs to that.`);
    return value;
  };
  switch (state) {
    case 'PENDING':
    case 'VOIDING':
      return { ...terms, state, paymentMethodId: needed(columns.paymentMethodId) };
    case 'CAPTURED':
    case 'REFUNDING':
      return { ...terms, state, chargeId: needed(columns.chargeId) };
    case 'REFUNDED':
      return { ...terms, state, chargeId: needed(columns.chargeId), refundedAt: needed(columns.refundedAt) };
    case 'REFUSED':
      return { ...terms, state, code: needed(columns.refusalCode), message: needed(columns.refusalMessage) };
  }
}

function subjectOf({ id, orderId, rideId, purchaseId, tokens }: PaymentColumns): Subject {
  if (orderId) return { kind: 'ORDER', orderId };
  if (rideId) return { kind: 'RIDE', rideId };
  if (purchaseId && tokens) return { kind: 'TOKENS', purchaseId, quantity: tokens };
  throw new Error(`The payment ${id} is for nothing that this version of pay knows.`);
}
