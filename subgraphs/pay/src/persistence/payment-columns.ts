import { won } from '@moa/money';
import type { Payment, PaymentState } from '../domain/payment.ts';

/** A row of the table, whichever way it was read. The columns from `state` on hold nothing where the state has no use for them. */
export type PaymentColumns = {
  readonly id: string;
  readonly version: number;
  readonly orderId: string;
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
  const { id, version, orderId, payerId, createdAt, state } = columns;
  const terms = { id, version, orderId, payerId, amount: won(columns.amount), createdAt };
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
