import { z } from 'zod';
import { type BreakerOptions, createBreaker } from './breaker.ts';
import { openHttp } from './exchange.ts';
import { fittingKey } from './fitting-key.ts';
import {
  type Captured,
  type ChargeOutcome,
  type PaymentProvider,
  ProviderRejection,
  type Refunded,
  type Refused,
} from './provider.ts';
import { type Answer, settle } from './settle.ts';

export type SandboxConfig = {
  kind: 'sandbox';
  /** Where the sandbox listens, as in http://127.0.0.1:4020 */
  url: string;
  apiKey?: string;
  /** Milliseconds for a charge or a refund. */
  deadlineMs?: number;
  /** Milliseconds for the question that follows when the answer was lost. */
  askDeadlineMs?: number;
  breaker?: BreakerOptions;
};

const failure = z.object({ code: z.string(), message: z.string() });
const refusal = z.object({ error: failure });
const booked = z.discriminatedUnion('status', [
  z.object({ status: z.literal('captured'), id: z.string() }),
  z.object({ status: z.literal('declined'), id: z.string(), error: failure }),
]);
const refunded = z.object({ id: z.string() });

/** Pays at the sandbox in `subgraphs/pay/sandbox`. */
export function openSandboxProvider(config: SandboxConfig): PaymentProvider & { close(): Promise<void> } {
  const { deadlineMs = 2_000, askDeadlineMs = 1_000 } = config;
  const http = openHttp(config.url, config.apiKey === undefined ? {} : { authorization: `Bearer ${config.apiKey}` });
  const guard = createBreaker(config.breaker);

  const post = (path: string, key: string, body: unknown, signal: AbortSignal | undefined) =>
    ({ method: 'POST', path, headers: { 'idempotency-key': key }, body, deadlineMs, signal }) as const;
  const ask = (path: string, key: string, signal: AbortSignal | undefined) =>
    ({
      method: 'GET',
      path: `${path}?idempotency_key=${encodeURIComponent(key)}`,
      deadlineMs: askDeadlineMs,
      signal,
    }) as const;

  return {
    charge({ key: anyKey, token, amount, reference }, signal) {
      const key = headerKey(anyKey);
      return guard(() =>
        settle<ChargeOutcome>(http, {
          post: post('/v1/charges', key, { token, amount, currency: 'KRW', reference }, signal),
          ask: ask('/v1/charges', key, signal),
          readPost: readCharge,
          readBooks: readBookedCharge,
        }),
      );
    },
    refund({ key: anyKey, chargeId, amount }, signal) {
      const key = headerKey(anyKey);
      return guard(() =>
        settle(http, {
          post: post(`/v1/charges/${encodeURIComponent(chargeId)}/refunds`, key, { amount }, signal),
          ask: ask('/v1/refunds', key, signal),
          readPost: (answer) => readRefund(answer) ?? rejected(answer),
          readBooks: readRefund,
        }),
      );
    },
    close: () => http.close(),
  };
}

/** A header holds visible ASCII only, and the sandbox at most 255 of it. */
const headerKey = (key: string): string => fittingKey(key, /^[\x21-\x7e]{1,255}$/);

function readCharge(answer: Answer): Captured | Refused | undefined {
  if (answer.status === 402) {
    const read = refusal.safeParse(answer.body);
    return read.success ? { kind: 'refused', ...read.data.error } : undefined;
  }
  return readBookedCharge(answer) ?? rejected(answer);
}

function readBookedCharge(answer: Answer): Captured | Refused | undefined {
  if (answer.status !== 200 && answer.status !== 201) return undefined;
  const read = booked.safeParse(answer.body);
  if (!read.success) return undefined;
  return read.data.status === 'captured'
    ? { kind: 'captured', chargeId: read.data.id }
    : { kind: 'refused', ...read.data.error };
}

function readRefund(answer: Answer): Refunded | undefined {
  if (answer.status !== 200 && answer.status !== 201) return undefined;
  const read = refunded.safeParse(answer.body);
  return read.success ? { kind: 'refunded', refundId: read.data.id } : undefined;
}

/** @throws ProviderRejection when the answer is a plain no to our request; any other answer is not understood. */
function rejected(answer: Answer): undefined {
  const read = refusal.safeParse(answer.body);
  if (answer.status < 400 || !read.success) return undefined;
  throw new ProviderRejection(answer.status, read.data.error.code, read.data.error.message);
}
