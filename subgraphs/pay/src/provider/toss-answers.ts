import { z } from 'zod';
import { type Captured, ProviderRejection, type Refunded, type Refused } from './provider.ts';
import type { Answer } from './settle.ts';
import { orderIdOf } from './toss-names.ts';

const failure = z.object({ code: z.string(), message: z.string() });

const payment = z.object({
  paymentKey: z.string(),
  status: z.string(),
  totalAmount: z.number(),
  failure: failure.nullish(),
  cancels: z
    .array(
      z.object({ transactionKey: z.string(), cancelReason: z.string().nullish(), cancelStatus: z.string().nullish() }),
    )
    .nullish(),
});

/** Errors that don't tell whether the first request with this key or order id went through. */
const unsettled: ReadonlySet<string> = new Set([
  'IDEMPOTENT_REQUEST_PROCESSING',
  'ALREADY_PROCESSED_PAYMENT',
  'DUPLICATED_ORDER_ID',
  'PROVIDER_ERROR',
]);

/** Errors that are ours to correct and say nothing about the customer's card. */
const ours: ReadonlySet<string> = new Set([
  'UNAUTHORIZED_KEY',
  'INVALID_API_KEY',
  'INCORRECT_BASIC_AUTH_FORMAT',
  'FORBIDDEN_REQUEST',
  'INVALID_REQUEST',
  'INVALID_IDEMPOTENCY_KEY',
  'INVALID_ORDER_ID',
  'NOT_SUPPORTED_METHOD',
  'BELOW_MINIMUM_AMOUNT',
]);

/** Reads the answer to a charge. A refusal is believed only once the books have been asked too. */
export function readCharge(answer: Answer, amount: number): Captured | Refused | undefined {
  if (answer.status === 200) return readPayment(answer, amount);
  const read = failure.safeParse(answer.body);
  if (read.success && (ours.has(read.data.code) || answer.status === 401)) throw rejection(answer.status, read.data);
  return undefined;
}

/** Reads the payment found by its order id, after `posted` settled nothing. */
export function readChargeInBooks(
  answer: Answer,
  posted: Answer | undefined,
  amount: number,
): Captured | Refused | undefined {
  if (answer.status === 200) {
    const settled = readPayment(answer, amount);
    if (settled) return settled;
  }
  if (answer.status !== 200 && answer.status !== 404) return undefined;
  // The books hold no approved payment: if the provider said no, then no it is.
  const said = posted && failure.safeParse(posted.body);
  if (!posted || posted.status < 400 || !said?.success || unsettled.has(said.data.code)) return undefined;
  return { kind: 'refused', ...said.data };
}

function readPayment(answer: Answer, amount: number): Captured | Refused | undefined {
  const read = payment.safeParse(answer.body);
  if (!read.success) return undefined;
  const { status, paymentKey, totalAmount, failure: why } = read.data;
  switch (status) {
    // A payment that was cancelled since had been captured: that is what a repeat of its charge must hear.
    case 'DONE':
    case 'CANCELED':
    case 'PARTIAL_CANCELED':
      if (totalAmount === amount) return { kind: 'captured', chargeId: paymentKey };
      throw new ProviderRejection(answer.status, 'AMOUNT_MISMATCH', 'this key belongs to a payment of another amount');
    case 'ABORTED':
    case 'EXPIRED':
      return { kind: 'refused', code: why?.code ?? status, message: why?.message ?? 'The payment was not approved.' };
    default:
      return undefined;
  }
}

/** What a refund's `cancelReason` says. It holds the key, so that the refund is found again among a payment's cancels. */
export const cancelReason = (key: string): string => `환불 ${orderIdOf(key)}`;

/** Reads the answer to a cancel. */
export function readCancel(answer: Answer, reason: string): Refunded | undefined {
  if (answer.status === 200) return findCancel(answer, reason);
  const read = failure.safeParse(answer.body);
  if (read.success && (ours.has(read.data.code) || answer.status === 401)) throw rejection(answer.status, read.data);
  return undefined;
}

/** Reads the payment whose cancel settled nothing. */
export function readCancelInBooks(answer: Answer, posted: Answer | undefined, reason: string): Refunded | undefined {
  const found = answer.status === 200 ? findCancel(answer, reason) : undefined;
  if (found) return found;
  if (answer.status !== 200 && answer.status !== 404) return undefined;
  const said = posted && failure.safeParse(posted.body);
  if (!posted || posted.status < 400 || !said?.success || unsettled.has(said.data.code)) return undefined;
  throw rejection(posted.status, said.data);
}

function findCancel(answer: Answer, reason: string): Refunded | undefined {
  const read = payment.safeParse(answer.body);
  const cancel = read.data?.cancels?.find((entry) => entry.cancelReason === reason);
  if (!cancel || (cancel.cancelStatus ?? 'DONE') !== 'DONE') return undefined;
  return { kind: 'refunded', refundId: cancel.transactionKey };
}

function rejection(status: number, { code, message }: z.infer<typeof failure>): ProviderRejection {
  return new ProviderRejection(status, code, message);
}
