import fastify from 'fastify';

type Cancel = {
  transactionKey: string;
  cancelAmount: number;
  cancelReason: string;
  canceledAt: string;
  cancelStatus: string;
};
type Payment = {
  paymentKey: string;
  orderId: string;
  orderName: string;
  status: string;
  totalAmount: number;
  balanceAmount: number;
  currency: string;
  method: string;
  approvedAt: string | null;
  failure: { code: string; message: string } | null;
  cancels: Cancel[] | null;
};

/** What happens to the next POST, once. */
export type Mishap =
  | { lose: 'before' | 'after' }
  | { answer: { status: number; code: string }; book?: 'DONE' | 'ABORTED' };

/** Plays the publicly documented shapes of Toss Payments' REST API, over HTTP, for one secret key. */
export async function openFakeToss(secretKey: string) {
  const payments = new Map<string, Payment>();
  const answers = new Map<string, { status: number; body: unknown }>();
  const requests: { method: string; url: string; key: string | undefined; body: unknown }[] = [];
  const mishaps: Mishap[] = [];
  const app = fastify();
  const now = () => '2026-01-01T12:00:00+09:00';
  const failure = (code: string) => ({ code, message: `message of ${code}` });

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']?.toString();
    requests.push({ method: request.method, url: request.url, key, body: request.body });
    const expected = `Basic ${Buffer.from(`${secretKey}:`).toString('base64')}`;
    if (request.headers.authorization !== expected) return reply.code(401).send(failure('UNAUTHORIZED_KEY'));
    // Idempotency is by key, method and address, whatever the body.
    const earlier = request.method === 'POST' && answers.get(`${request.url} ${key}`);
    if (earlier) return reply.code(earlier.status).send(earlier.body);
  });

  type Charge = { Params: { billingKey: string }; Body: { orderId: string; orderName: string; amount: number } };
  app.post<Charge>('/v1/billing/:billingKey', async (request, reply) => {
    const { orderId, orderName, amount } = request.body;
    const book = (status: string): Payment => {
      const payment: Payment = {
        paymentKey: `pay_${orderId}`,
        orderId,
        orderName,
        status,
        totalAmount: amount,
        balanceAmount: amount,
        currency: 'KRW',
        method: '카드',
        approvedAt: status === 'DONE' ? now() : null,
        failure: status === 'ABORTED' ? failure('REJECT_CARD_COMPANY') : null,
        cancels: null,
      };
      payments.set(orderId, payment);
      return payment;
    };
    const mishap = mishaps.shift();
    if (mishap && 'answer' in mishap) {
      if (mishap.book) book(mishap.book);
      return reply.code(mishap.answer.status).send(failure(mishap.answer.code));
    }
    if (mishap?.lose === 'before') return hangUp();
    const body = book('DONE');
    answers.set(`${request.url} ${request.headers['idempotency-key']}`, { status: 200, body });
    return mishap ? hangUp() : body;

    function hangUp() {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
  });

  type Cancelling = { Params: { paymentKey: string }; Body: { cancelReason: string; cancelAmount: number } };
  app.post<Cancelling>('/v1/payments/:paymentKey/cancel', async (request, reply) => {
    const payment = [...payments.values()].find(({ paymentKey }) => paymentKey === request.params.paymentKey);
    if (!payment) return reply.code(404).send(failure('NOT_FOUND_PAYMENT'));
    const mishap = mishaps.shift();
    if (mishap && 'answer' in mishap) return reply.code(mishap.answer.status).send(failure(mishap.answer.code));
    const { cancelReason, cancelAmount } = request.body;
    if (payment.balanceAmount === 0) return reply.code(400).send(failure('ALREADY_CANCELED_PAYMENT'));
    if (cancelAmount > payment.balanceAmount) return reply.code(403).send(failure('NOT_CANCELABLE_AMOUNT'));
    payment.balanceAmount -= cancelAmount;
    payment.status = payment.balanceAmount === 0 ? 'CANCELED' : 'PARTIAL_CANCELED';
    const transactionKey = `txn_${(payment.cancels ?? []).length + 1}`;
    const cancel = { transactionKey, cancelAmount, cancelReason, canceledAt: now(), cancelStatus: 'DONE' };
    payment.cancels = [...(payment.cancels ?? []), cancel];
    answers.set(`${request.url} ${request.headers['idempotency-key']}`, {
      status: 200,
      body: structuredClone(payment),
    });
    if (!mishap) return payment;
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  });

  app.get<{ Params: { orderId: string } }>('/v1/payments/orders/:orderId', async (request, reply) => {
    return payments.get(request.params.orderId) ?? reply.code(404).send(failure('NOT_FOUND_PAYMENT'));
  });
  app.get<{ Params: { paymentKey: string } }>('/v1/payments/:paymentKey', async (request, reply) => {
    const found = [...payments.values()].find(({ paymentKey }) => paymentKey === request.params.paymentKey);
    return found ?? reply.code(404).send(failure('NOT_FOUND_PAYMENT'));
  });

  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  /** What happens to idempotency keys after 15 days. */
  const forgetKeys = () => answers.clear();
  return { url, requests, payments, mishaps, forgetKeys, close: () => app.close() };
}
