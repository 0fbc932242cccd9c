import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createProvider } from '../src/provider/index.ts';
import { openFakeToss } from './fake-toss.ts';

const secretKey = 'test_sk_of_these_tests';
const request = { key: 'order-0001', token: 'member-1:b1ll=/key', amount: 9_900, reference: 'Bibimbap × 2' };

describe('paying at Toss Payments', () => {
  let toss: Awaited<ReturnType<typeof openFakeToss>>;
  let provider: ReturnType<typeof createProvider>;
  beforeEach(async () => {
    toss = await openFakeToss(secretKey);
    provider = createProvider({ kind: 'toss', url: toss.url, secretKey });
  });
  afterEach(async () => {
    await provider.close();
    await toss.close();
  });

  test('charges a billing key with the documented request', async () => {
    expect(await provider.charge(request)).toEqual({ kind: 'captured', chargeId: 'pay_order-0001' });
    expect(toss.requests).toEqual([
      {
        method: 'POST',
        url: '/v1/billing/b1ll%3D%2Fkey',
        key: 'order-0001',
        body: { customerKey: 'member-1', amount: 9_900, orderId: 'order-0001', orderName: 'Bibimbap × 2' },
      },
    ]);
    expect(await provider.charge(request)).toEqual({ kind: 'captured', chargeId: 'pay_order-0001' });
    expect(toss.payments.size).toBe(1);
  });

  test('makes an order id that Toss takes from any key', async () => {
    await provider.charge({ ...request, key: 'ride 7: 요금' });
    const [orderId] = toss.payments.keys();
    expect(orderId).toMatch(/^[\w-]{43}$/);
  });

  test('a token that is no pair of customer and billing key is refused without asking', async () => {
    expect(await provider.charge({ ...request, token: 'tok_ok' })).toMatchObject({
      kind: 'refused',
      code: 'invalid_token',
    });
    expect(toss.requests).toHaveLength(0);
  });

  test.each(['REJECT_CARD_PAYMENT', 'INVALID_CARD_EXPIRATION', 'A_CODE_OF_TOMORROW'])(
    'F2: %s refuses, once the books hold no approved payment',
    async (code) => {
      toss.mishaps.push({ answer: { status: 403, code } });
      expect(await provider.charge(request)).toMatchObject({ kind: 'refused', code });
      expect(toss.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    },
  );

  test('a payment aborted in the books is refused with its reason', async () => {
    toss.mishaps.push({ answer: { status: 500, code: 'FAILED_INTERNAL_SYSTEM_PROCESSING' }, book: 'ABORTED' });
    expect(await provider.charge(request)).toMatchObject({ kind: 'refused', code: 'REJECT_CARD_COMPANY' });
  });

  test.each([
    [409, 'IDEMPOTENT_REQUEST_PROCESSING'],
    [400, 'PROVIDER_ERROR'],
    [429, 'TOO_MANY_REQUESTS'],
    [500, 'UNKNOWN_PAYMENT_ERROR'],
  ])('%i %s is unknown while the books know nothing, and captured when they do', async (status, code) => {
    toss.mishaps.push({ answer: { status, code } }, { answer: { status, code }, book: 'DONE' });
    expect(await provider.charge(request)).toMatchObject({ kind: 'unknown' });
    expect(await provider.charge(request)).toMatchObject({ kind: 'captured' });
  });

  test('a repeat long after, whose order id Toss calls a duplicate, is found by asking', async () => {
    toss.mishaps.push({ answer: { status: 400, code: 'DUPLICATED_ORDER_ID' }, book: 'DONE' });
    expect(await provider.charge(request)).toMatchObject({ kind: 'captured' });
  });

  test('a lost answer is settled by the order id', async () => {
    toss.mishaps.push({ lose: 'after' });
    expect(await provider.charge(request)).toEqual({ kind: 'captured', chargeId: 'pay_order-0001' });
    toss.mishaps.push({ lose: 'before' });
    expect(await provider.charge({ ...request, key: 'order-0002' })).toMatchObject({ kind: 'unknown' });
  });

  test('a key that belongs to another amount is our own fault', async () => {
    await provider.charge(request);
    await expect(provider.charge({ ...request, amount: 1_000 })).rejects.toMatchObject({ code: 'AMOUNT_MISMATCH' });
  });

  test('a wrong secret key is our own fault, and stays out of the message', async () => {
    const wrong = createProvider({ kind: 'toss', url: toss.url, secretKey: 'test_sk_wrong' });
    onTestFinished(() => wrong.close());
    const rejection = await wrong.charge(request).catch((error: unknown) => error);
    expect(rejection).toMatchObject({ name: 'ProviderRejection', status: 401, code: 'UNAUTHORIZED_KEY' });
    expect(String(rejection)).not.toContain('test_sk_wrong');
  });

  describe('refunds', () => {
    const refund = { key: 'refund-0001', chargeId: 'pay_order-0001', amount: 4_000 };
    beforeEach(async () => {
      await provider.charge(request);
      toss.requests.length = 0;
    });
    const cancels = () => toss.payments.get('order-0001')?.cancels ?? [];

    test('F5: cancels part or all, once per key', async () => {
      expect(await provider.refund(refund)).toEqual({ kind: 'refunded', refundId: 'txn_1' });
      expect(toss.requests).toEqual([
        {
          method: 'POST',
          url: '/v1/payments/pay_order-0001/cancel',
          key: 'refund-0001',
          body: { cancelReason: '환불 refund-0001', cancelAmount: 4_000 },
        },
      ]);
      const rest = { ...refund, key: 'refund-0002', amount: 5_900 };
      expect(await provider.refund(rest)).toEqual({ kind: 'refunded', refundId: 'txn_2' });
      expect(await provider.refund(refund)).toEqual({ kind: 'refunded', refundId: 'txn_1' });
      expect(cancels()).toHaveLength(2);
      expect(await provider.charge(request)).toMatchObject({ kind: 'captured' });
    });

    test('a charge repeated after its refund, and after Toss forgot its key, still was captured', async () => {
      await provider.refund(refund);
      toss.forgetKeys();
      toss.mishaps.push({ answer: { status: 400, code: 'DUPLICATED_ORDER_ID' } });
      expect(await provider.charge(request)).toEqual({ kind: 'captured', chargeId: 'pay_order-0001' });
    });

    test('a lost answer is found among the cancels of the payment, and not taken for another one', async () => {
      toss.mishaps.push({ lose: 'after' });
      expect(await provider.refund(refund)).toEqual({ kind: 'refunded', refundId: 'txn_1' });
      toss.mishaps.push({ answer: { status: 500, code: 'FAILED_INTERNAL_SYSTEM_PROCESSING' } });
      expect(await provider.refund({ ...refund, key: 'refund-0002' })).toMatchObject({ kind: 'unknown' });
      expect(cancels()).toHaveLength(1);
    });

    test('what can not be refunded is rejected', async () => {
      await expect(provider.refund({ ...refund, amount: 10_000 })).rejects.toMatchObject({
        code: 'NOT_CANCELABLE_AMOUNT',
      });
      await expect(provider.refund({ ...refund, chargeId: 'pay_none' })).rejects.toMatchObject({
        code: 'NOT_FOUND_PAYMENT',
      });
    });
  });

  test('the breaker opens when Toss is gone', async () => {
    await toss.close();
    for (const _ of [1, 2, 3, 4, 5]) expect(await provider.charge(request)).toMatchObject({ kind: 'unknown' });
    expect(await provider.charge(request)).toMatchObject({ reason: expect.stringContaining('was not asked') });
  });
});
