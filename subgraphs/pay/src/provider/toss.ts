import { type BreakerOptions, createBreaker } from './breaker.ts';
import { openHttp } from './exchange.ts';
import type { ChargeOutcome, PaymentProvider, Refunded } from './provider.ts';
import { settle } from './settle.ts';
import { cancelReason, readCancel, readCancelInBooks, readCharge, readChargeInBooks } from './toss-answers.ts';
import { cardOf, orderIdOf } from './toss-names.ts';

export type TossConfig = {
  kind: 'toss';
  /** https://api.tosspayments.com */
  url: string;
  /** The shop's secret key (`test_sk_…`, `live_sk_…`). */
  secretKey: string;
  /** Milliseconds for a charge or a refund; card companies take their time. */
  deadlineMs?: number;
  /** Milliseconds for the question that follows when the answer was lost. */
  askDeadlineMs?: number;
  breaker?: BreakerOptions;
};

/**
 * Pays with a saved card (billing key) through the REST API of Toss Payments. A card's token is `<customerKey>:<billingKey>`,
 * the pair that Toss hands out when the customer registers the card.
 */
export function openTossProvider(config: TossConfig): PaymentProvider & { close(): Promise<void> } {
  const { deadlineMs = 10_000, askDeadlineMs = 2_000 } = config;
  const basic = Buffer.from(`${config.secretKey}:`).toString('base64');
  const http = openHttp(config.url, { authorization: `Basic ${basic}` });
  const guard = createBreaker(config.breaker);

  const post = (path: string, key: string, body: unknown, signal: AbortSignal | undefined) =>
    ({ method: 'POST', path, headers: { 'idempotency-key': key }, body, deadlineMs, signal }) as const;
  const ask = (path: string, signal: AbortSignal | undefined) =>
    ({ method: 'GET', path, deadlineMs: askDeadlineMs, signal }) as const;

  return {
    async charge({ key, token, amount, reference }, signal) {
      const card = cardOf(token);
      if (!card)
        return { kind: 'refused', code: 'invalid_token', message: 'This card token is not one of Toss Payments.' };
      const orderId = orderIdOf(key);
      const body = { customerKey: card.customerKey, amount, orderId, orderName: reference.slice(0, 100) };
      return guard(() =>
        settle<ChargeOutcome>(http, {
          post: post(`/v1/billing/${encodeURIComponent(card.billingKey)}`, orderId, body, signal),
          ask: ask(`/v1/payments/orders/${encodeURIComponent(orderId)}`, signal),
          readPost: (answer) => readCharge(answer, amount),
          readBooks: (answer, posted) => readChargeInBooks(answer, posted, amount),
        }),
      );
    },
    refund({ key, chargeId, amount }, signal) {
      const payment = `/v1/payments/${encodeURIComponent(chargeId)}`;
      const reason = cancelReason(key);
      return guard(() =>
        settle<Refunded>(http, {
          post: post(`${payment}/cancel`, orderIdOf(key), { cancelReason: reason, cancelAmount: amount }, signal),
          ask: ask(payment, signal),
          readPost: (answer) => readCancel(answer, reason),
          readBooks: (answer, posted) => readCancelInBooks(answer, posted, reason),
        }),
      );
    },
    close: () => http.close(),
  };
}
