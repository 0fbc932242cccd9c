import { timesQuantity, won } from '@moa/money';
import { isId, refusalsFrom } from '@moa/subgraph';
import type { Payment } from './payment.ts';
import { type BuyTokensRefusal, buyTokensRefusals } from './refusals.ts';
import type { Subject } from './subject.ts';

export type BuyTokens = {
  readonly quantity: number;
  readonly paymentMethodId: string;
  readonly idempotencyKey: string;
};

/** A purchase of tokens is the payment for it: what it knows besides is how many. */
export type TokenPurchase = Payment & { readonly subject: Extract<Subject, { readonly kind: 'TOKENS' }> };

const tokenPrice = won(500);
const highestQuantity = 100;
const longestKey = 100;

export const priceOf = (quantity: number) => timesQuantity(tokenPrice, quantity);

export const refuseToBuy = refusalsFrom(buyTokensRefusals);

/** Everything that is wrong with the command, as far as it shows by itself. */
export function faultsOf({ quantity, paymentMethodId, idempotencyKey }: BuyTokens): readonly BuyTokensRefusal[] {
  const isQuantity = quantity >= 1 && quantity <= highestQuantity;
  // PostgreSQL's text holds everything but that one character.
  const isStorable = !idempotencyKey.includes('\0') && idempotencyKey.isWellFormed();
  const isKey = idempotencyKey.length >= 1 && idempotencyKey.length <= longestKey && isStorable;
  return [
    ...(isQuantity ? [] : [refuseToBuy('QUANTITY_OUT_OF_RANGE', 'quantity')]),
    ...(isId(paymentMethodId) ? [] : [refuseToBuy('PAYMENT_METHOD_UNKNOWN', 'paymentMethodId')]),
    ...(isKey ? [] : [refuseToBuy('IDEMPOTENCY_KEY_INVALID', 'idempotencyKey')]),
  ];
}

/** The payment as the purchase that it is for; null when it is for something else. */
export const purchaseOf = (payment: Payment): TokenPurchase | null =>
  payment.subject.kind === 'TOKENS' ? { ...payment, subject: payment.subject } : null;

/** A purchase as its member sees it. Nothing gives one back. */
export type TokenPurchaseStatus = 'PENDING' | 'COMPLETED' | 'REFUSED';

export function purchaseStatusOf({ state }: Pick<Payment, 'state'>): TokenPurchaseStatus {
  switch (state) {
    case 'PENDING':
    case 'VOIDING':
      return 'PENDING';
    case 'CAPTURED':
    case 'REFUNDING':
    case 'REFUNDED':
      return 'COMPLETED';
    case 'REFUSED':
      return 'REFUSED';
  }
}

/** What speaks against a purchase when its money was refused. That is final: another try is another purchase. */
export const refusalsOf = ({ state }: Pick<Payment, 'state'>): readonly BuyTokensRefusal[] =>
  state === 'REFUSED' ? [refuseToBuy('PAYMENT_REFUSED', 'paymentMethodId')] : [];
