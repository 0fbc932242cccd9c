import { randomUUIDv7 } from 'node:crypto';
import type { FactOf } from '@moa/contracts';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshPay, member, subjectOf } from './fresh-pay.ts';
import { cancelled, placedBy, total } from './order-facts.ts';

const chargedOnce = [{ kind: 'captured', amount: total }];
const chargedAndRefundedOnce = [...chargedOnce, { kind: 'refunded', amount: total }];

describe.each(buses)('pay, with its queues on $name', (bus) => {
  let pay: Awaited<ReturnType<typeof freshPay>>;
  let customer: string;
  /** An order of a fresh customer with a card of this token. */
  const orderWith = async (token: string) => placedBy(customer, await pay.save(customer, token));
  const typesOf = async (orderId: string, count: number) => (await pay.toldOf(orderId, count)).map(({ type }) => type);

  beforeAll(async () => {
    pay = await freshPay(bus);
  });
  afterAll(() => pay.close());
  beforeEach(() => {
    customer = randomUUIDv7();
  });

  test('F2: an order is charged once, though it is delivered twice and its job many times', async () => {
    const placed = await orderWith('tok_ok');
    await pay.sandbox.behave({ delayMs: [100, 150] });
    await pay.deliver(placed, placed);
    const payment = await pay.paymentIn(placed);
    await pay.done(await pay.repeat('chargePayment', payment.id, 20));
    await pay.deliver(placed);
    await settled(placed);
    await pay.done(await pay.repeat('chargePayment', payment.id, 5));
    await pay.sandbox.behave({});

    await pay.paymentIn(placed, 'CAPTURED');

    expect(await pay.booksOf(payment.id)).toMatchObject(chargedOnce);
    expect(await pay.toldOf(placed.orderId, 1)).toEqual([
      {
        type: 'PaymentCaptured',
        version: 2,
        paymentId: payment.id,
        orderId: placed.orderId,
        payerId: customer,
        amount: total,
      },
    ]);
  });

  test('F2: a declined card refuses the payment, with the reason', async () => {
    const placed = await orderWith('tok_declined');
    await pay.deliver(placed);
    const payment = await pay.paymentIn(placed, 'REFUSED');
    expect(payment).toMatchObject({
      refusal: { code: 'card_declined', message: expect.stringMatching(/./) },
      refundedAt: null,
    });
    expect(await pay.toldOf(placed.orderId, 1)).toMatchObject([
      { type: 'PaymentRefused', version: 2, reason: 'card_declined', message: payment.refusal?.message },
    ]);
    // Order cancels for that reason; there is nothing to give back.
    await pay.deliver({ ...cancelled(placed), reason: 'PAYMENT_REFUSED' });
    await settled(placed);
    expect(await pay.booksOf(payment.id)).toMatchObject([{ kind: 'declined' }]);
  });

  test('F2: a slow card is waited for', async () => {
    const placed = await orderWith('tok_slow');
    await pay.deliver(placed);
    const { id } = await pay.paymentIn(placed, 'CAPTURED');
    expect(await pay.booksOf(id)).toMatchObject(chargedOnce);
  });

  test('F2: a charge that is never answered for is found in the books, not made again', async () => {
    const placed = await orderWith('tok_timeout');
    await pay.deliver(placed);
    const { id } = await pay.paymentIn(placed, 'CAPTURED');
    expect(await pay.booksOf(id)).toMatchObject(chargedOnce);
    expect(await typesOf(placed.orderId, 1)).toEqual(['PaymentCaptured']);
  });

  test('N3: charges that are not answered for do not hold up the others', async () => {
    const unanswered = await orderWith('tok_timeout');
    const orders = Array.from({ length: 6 }, () => ({ ...unanswered, orderId: randomUUIDv7() }));
    const answered = await orderWith('tok_ok');
    await pay.deliver(...orders, answered);
    await Promise.all([...orders, answered].map(({ orderId }) => pay.toldOf(orderId, 1)));
    const captured = pay.told.map(subjectOf).slice(-7);
    expect(captured.indexOf(answered.orderId)).toBeLessThan(3);
  });

  test('F2: with the provider down the payment waits, and is charged once it is back', async () => {
    await pay.sandbox.close();
    const placed = await orderWith('tok_ok');
    await pay.deliver(placed);
    const { id } = await pay.paymentIn(placed, 'PENDING');
    const repeated = await pay.repeat('chargePayment', id, 3);
    await pay.sandbox.reopen();
    await pay.done(repeated);
    await pay.paymentIn(placed, 'CAPTURED');
    expect(await pay.booksOf(id)).toMatchObject(chargedOnce);
  });

  test('F5: cancelled after the charge, all of the money goes back, once', async () => {
    const placed = await orderWith('tok_ok');
    await pay.deliver(placed);
    const { id } = await pay.paymentIn(placed, 'CAPTURED');
    await pay.sandbox.behave({ delayMs: [100, 150] });
    await pay.deliver(cancelled(placed), cancelled(placed));
    await settled(placed);
    await pay.done(await pay.repeat('refundPayment', id, 20));
    const refunded = await pay.paymentIn(placed, 'REFUNDED');
    await pay.sandbox.behave({});

    expect(Date.parse(refunded.refundedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(refunded.createdAt));
    const books = await pay.booksOf(id);
    expect(books).toMatchObject(chargedAndRefundedOnce);
    // Keys made of the payment's id are what a process started after a crash repeats.
    expect(books.map(({ idempotencyKey }) => idempotencyKey)).toEqual([id, `${id}-refund`]);
    expect(await pay.toldOf(placed.orderId, 2)).toMatchObject([
      { type: 'PaymentCaptured', version: 2 },
      { type: 'PaymentRefunded', version: 4, amount: total },
    ]);
  });

  test('F5: cancelled while the provider holds the charge, all of it goes back, once', async () => {
    const placed = await orderWith('tok_timeout');
    await pay.deliver(placed);
    const { id } = await pay.paymentIn(placed);
    await until(async () => (await pay.booksOf(id)).length === 1);
    await pay.deliver(cancelled(placed));
    await pay.paymentIn(placed, 'REFUNDED');
    expect(await pay.booksOf(id)).toMatchObject(chargedAndRefundedOnce);
    expect(await typesOf(placed.orderId, 2)).toEqual(['PaymentCaptured', 'PaymentRefunded']);
  });

  test('F5: cancelled before the provider could be asked, the customer ends with all of their money', async () => {
    await pay.sandbox.close();
    const [good, bad] = [await orderWith('tok_ok'), await orderWith('tok_declined')];
    await pay.deliver(good, bad);
    const { id } = await pay.paymentIn(good, 'PENDING');
    await pay.deliver(cancelled(good), cancelled(bad));
    await settled(good);
    expect(await pay.paymentIn(good, 'PENDING')).toMatchObject({ refusal: null });
    await pay.sandbox.reopen();
    await pay.paymentIn(good, 'REFUNDED');
    expect(await pay.booksOf(id)).toMatchObject(chargedAndRefundedOnce);
    await pay.paymentIn(bad, 'REFUSED');
  });

  test('F5: a refund that is not answered for is asked for again, and made once', async () => {
    const placed = await orderWith('tok_ok');
    await pay.deliver(placed);
    const { id } = await pay.paymentIn(placed, 'CAPTURED');
    await pay.sandbox.behave({ drop: 'before' });
    await pay.deliver(cancelled(placed));
    await settled(placed);
    expect((await pay.paymentIn(placed, 'CAPTURED')).refundedAt).toBeNull();
    await pay.sandbox.behave({ drop: 'after' });
    await pay.paymentIn(placed, 'REFUNDED');
    await pay.sandbox.behave({});
    expect(await pay.booksOf(id)).toMatchObject(chargedAndRefundedOnce);
  });

  test('F5: cancelled before it was heard of, an order is never charged', async () => {
    const placed = await orderWith('tok_ok');
    await pay.deliver(cancelled(placed));
    await pay.paymentIn(placed, 'REFUSED');
    await pay.deliver(placed);
    await settled(placed);
    // Were there a charge to make, it would be made before this one.
    const next = await orderWith('tok_ok');
    await pay.deliver(next);
    await pay.paymentIn(next, 'CAPTURED');
    const payment = await pay.paymentIn(placed, 'REFUSED');
    expect(payment).toMatchObject({ amount: 0, refusal: { code: 'ORDER_CANCELLED' } });
    expect(await pay.booksOf(payment.id)).toEqual([]);
    expect(await pay.toldOf(placed.orderId, 0)).toEqual([]);
  });

  test("F2: somebody else's payment method is refused, and nobody is charged", async () => {
    const theirs = await pay.save(randomUUIDv7(), 'tok_ok');
    for (const paymentMethodId of [theirs, randomUUIDv7()]) {
      const placed = placedBy(customer, paymentMethodId);
      await pay.deliver(placed, placed);
      await settled(placed);
      const { id, refusal } = await pay.paymentIn(placed, 'REFUSED');
      expect(refusal).toMatchObject({
        code: 'PAYMENT_METHOD_UNKNOWN',
        message: expect.stringMatching(/결제.*payment/),
      });
      expect(await pay.toldOf(placed.orderId, 1)).toMatchObject([
        { type: 'PaymentRefused', version: 1, reason: 'PAYMENT_METHOD_UNKNOWN', message: refusal?.message },
      ]);
      expect(await pay.booksOf(id)).toEqual([]);
    }
  });

  test('N1: beginnings and ends in any order, at two processes, leave the books even', async () => {
    const another = await pay.open();
    const tokens = ['tok_ok', 'tok_slow', 'tok_ok_2', 'tok_ok_3', 'tok_declined', 'tok_timeout'];
    const orders = await Promise.all(tokens.map(orderWith));
    const message = (index: number, turn: number) => {
      const placed = orders[index];
      if (!placed) throw new Error('There are not that many orders.');
      return (index + turn) % 3 === 0 ? cancelled(placed) : placed;
    };
    await pay.sandbox.behave({ delayMs: [0, 80], drop: 'after', rate: 0.3 });
    await pay.deliver(...[0, 1, 2, 3, 4, 5].flatMap((turn) => tokens.map((_token, index) => message(index, turn))));

    const payments = await until(async () => {
      const found = await pay.paymentsOfOrders(member(customer), ...orders.map(({ orderId }) => orderId));
      return found.every((payment) => payment?.status === 'REFUNDED' || payment?.status === 'REFUSED') && found;
    });
    await pay.sandbox.behave({});
    await another.close();
    for (const payment of payments) {
      const lines = await pay.booksOf(payment?.id ?? '');
      const expected = payment?.status === 'REFUNDED' ? chargedAndRefundedOnce : [];
      expect(lines.filter(({ kind }) => kind !== 'declined')).toMatchObject(expected);
    }
  });

  test('N6: closing one process finishes the charges in its hands and loses none', async () => {
    const another = await pay.open();
    const placed = await orderWith('tok_slow');
    const orders = Array.from({ length: 12 }, () => ({ ...placed, orderId: randomUUIDv7() }));
    await pay.deliver(...orders);
    await Promise.all(orders.map((order) => pay.paymentIn(order)));
    await another.close();
    for (const order of orders) {
      const { id } = await pay.paymentIn(order, 'CAPTURED');
      expect(await pay.booksOf(id)).toMatchObject(chargedOnce);
      expect(await typesOf(order.orderId, 1)).toEqual(['PaymentCaptured']);
    }
  });

  /** Resolves once everything delivered so far has been worked, and all that was to be told of it has been told. */
  async function settled({ customerId }: FactOf<'OrderPlaced'>): Promise<void> {
    const last = placedBy(customerId, randomUUIDv7());
    await pay.deliver(last);
    await pay.toldOf(last.orderId, 1);
  }
});
