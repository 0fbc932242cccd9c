import type { Refusal } from '@moa/subgraph';

/** Why pay itself refuses a payment, without asking the provider, in words for the people who read it. */
export const paymentRefusals = {
  PAYMENT_METHOD_UNKNOWN:
    '등록된 내 결제 수단이 아닙니다. 결제 수단을 등록하거나 골라 다시 시도해 주세요. This is not one of your payment methods. Save or choose one of yours, then try again.',
  AMOUNT_OUT_OF_RANGE: '한 번에 1원부터 1,000,000,000원까지 결제할 수 있습니다. A payment is 1 to 1,000,000,000 won.',
  ORDER_CANCELLED:
    '결제 전에 주문이 취소되어 청구하지 않았습니다. The order was cancelled before its payment; nothing was charged.',
} as const;
export type PaymentRefusalCode = keyof typeof paymentRefusals;

export const savePaymentMethodRefusals = {
  PROVIDER_TOKEN_INVALID:
    '결제 수단 토큰은 영문자, 숫자와 - _ . = @ : 로 된 1~200자입니다. A provider token has 1 to 200 letters, digits and - _ . = @ :',
  TOO_MANY_PAYMENT_METHODS: '결제 수단은 20개까지 등록할 수 있습니다. You can save at most 20 payment methods.',
} as const;
export type SavePaymentMethodRefusal = Refusal<keyof typeof savePaymentMethodRefusals>;

export const buyTokensRefusals = {
  QUANTITY_OUT_OF_RANGE: '토큰은 한 번에 1개부터 100개까지 살 수 있습니다. You can buy 1 to 100 tokens at a time.',
  PAYMENT_METHOD_UNKNOWN: paymentRefusals.PAYMENT_METHOD_UNKNOWN,
  PAYMENT_REFUSED:
    '결제가 거절되어 토큰을 사지 못했습니다. 다른 결제 수단으로 다시 시도해 주세요. The payment was refused, so no tokens were bought. Try again with another payment method.',
  IDEMPOTENCY_KEY_INVALID: 'idempotencyKey는 1~100자입니다. An idempotencyKey has 1 to 100 characters.',
  IDEMPOTENCY_KEY_REUSED:
    '같은 키로 다른 구매를 보냈습니다. The key was used before, for another purchase; make a new one.',
} as const;
export type BuyTokensRefusal = Refusal<keyof typeof buyTokensRefusals>;
