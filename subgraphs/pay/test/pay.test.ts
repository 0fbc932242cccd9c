import { randomUUIDv7 } from 'node:crypto';
import type { FactOf } from '@moa/contracts';
import { anonymous } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seedPaymentMethods } from '../src/index.ts';
import { freshPay, member, type PaymentAnswer } from './fresh-pay.ts';

const total = 24_000;

const placedBy = (customerId: string, paymentMethodId: string): FactOf<'OrderPlaced'> => ({
  type: 'OrderPlaced',
  version: 1,
  orderId: randomUUIDv7(),
  customerId,
  paymentMethodId,
  total,
});

const cancelled = ({ orderId, customerId }: FactOf<'OrderPlaced'>): FactOf<'OrderCancelled'> => ({
  type: 'OrderCancelled',
  version: 2,
  orderId,
  customerId,
  reason: 'CUSTOMER',
});

/** A connection of the test's own, closed at the end of its block. */
async function connected(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

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
      { type: 'PaymentCaptured', version: 2, paymentId: payment.id, orderId: placed.orderId, amount: total },
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
    expect(await pay.booksOf(id)).toMatchObject(chargedAndRefundedOnce);
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
      await pay.deliver(placed);
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

const [anyBus] = buses;
if (!anyBus) throw new Error('There is no bus to test on.');

describe('the graph of pay', () => {
  let pay: Awaited<ReturnType<typeof freshPay>>;
  beforeAll(async () => {
    pay = await freshPay(anyBus);
  });
  afterAll(() => pay.close());

  const saving = `mutation ($input: SavePaymentMethodInput!) {
    savePaymentMethod(input: $input) { paymentMethod { id label createdAt } userErrors { field code message } }
  }`;
  type Saving = {
    savePaymentMethod: { paymentMethod: { id: string; label: string } | null; userErrors: { code: string }[] };
  };
  const save = async (memberId: string, providerToken: string) =>
    (await pay.ask<Saving>(member(memberId), saving, { input: { providerToken } })).data?.savePaymentMethod;

  type MemberAnswer = {
    payments: { nodes: PaymentAnswer[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null;
    paymentMethods: { id: string; label: string }[] | null;
  };
  const memberQuery = `query ($members: [_Any!]!, $first: Int! = 20, $after: String) {
    _entities(representations: $members) { ... on Member {
      payments(first: $first, after: $after) { nodes { id status } edges { cursor } pageInfo { hasNextPage endCursor } }
      paymentMethods { id label createdAt }
    } }
  }`;
  const asMember = (viewer: Parameters<typeof pay.ask>[0], id: string, page: object = {}) =>
    pay.ask<{ _entities: MemberAnswer[] }>(viewer, memberQuery, { members: [{ __typename: 'Member', id }], ...page });

  test('the same token is the same payment method, also when saved at once', async () => {
    const me = randomUUIDv7();
    const answers = await Promise.all(Array.from({ length: 8 }, () => save(me, 'tok_ok_visa')));
    expect(new Set(answers.map((answer) => answer?.paymentMethod?.id)).size).toBe(1);
    expect(answers[0]).toMatchObject({ paymentMethod: { label: expect.stringMatching(/^카드 ••••/) }, userErrors: [] });
    expect((await save(randomUUIDv7(), 'tok_ok_visa'))?.paymentMethod?.id).not.toBe(answers[0]?.paymentMethod?.id);
    expect(JSON.stringify((await asMember(member(me), me)).data)).not.toContain('visa');
  });

  test.each(['', 'tok ok', 'tok_é', 'a:b', `tok_${'x'.repeat(197)}`])('refuses the token "%s"', async (token) => {
    expect(await save(randomUUIDv7(), token)).toMatchObject({
      paymentMethod: null,
      userErrors: [{ code: 'PROVIDER_TOKEN_INVALID', field: ['providerToken'] }],
    });
  });

  test('a member has at most twenty, however they race', async () => {
    const me = randomUUIDv7();
    const answers = await Promise.all(Array.from({ length: 23 }, (_, index) => save(me, `tok_ok_${index}`)));
    const refused = answers.filter((answer) => answer?.userErrors[0]?.code === 'TOO_MANY_PAYMENT_METHODS');
    expect(refused).toHaveLength(3);
    expect((await asMember(member(me), me)).data?._entities[0]?.paymentMethods).toHaveLength(20);
  });

  test('A4: a payment is there for who pays and for administrators, and for nobody else', async () => {
    const me = randomUUIDv7();
    const placed = placedBy(me, await pay.save(me, 'tok_ok'));
    await pay.deliver(placed);
    const { id } = await pay.paymentIn(placed, 'CAPTURED');

    const query = `query ($id: ID!, $refs: [_Any!]!) {
      payment(id: $id) { ${pay.paymentFields} }
      _entities(representations: $refs) {
        ... on Payment { ${pay.paymentFields} } ... on Order { payment { id } } ... on Member { payments { nodes { id } } paymentMethods { id } }
      }
    }`;
    const refs = [
      { __typename: 'Payment', id },
      { __typename: 'Order', id: placed.orderId },
      { __typename: 'Member', id: me },
    ];
    const nothing = {
      payment: null,
      _entities: [null, { payment: null }, { payments: null, paymentMethods: null }],
    };
    for (const viewer of [member(randomUUIDv7(), 'COURIER', 'MERCHANT'), anonymous]) {
      expect((await pay.ask(viewer, query, { id, refs })).data).toEqual(nothing);
    }
    const seen = { id, status: 'CAPTURED', amount: total, order: { id: placed.orderId } };
    expect((await pay.ask(member(me), query, { id, refs })).data).toMatchObject({
      payment: seen,
      _entities: [seen, { payment: { id } }, { payments: { nodes: [{ id }] }, paymentMethods: [{}] }],
    });
    expect((await pay.ask(member(randomUUIDv7(), 'ADMIN'), query, { id, refs })).data).toMatchObject({
      payment: seen,
      _entities: [seen, { payment: { id } }, { payments: { nodes: [{ id }] }, paymentMethods: null }],
    });
    expect((await pay.ask(member(me), query, { id: 'no id', refs: [{ __typename: 'Order', id: '?' }] })).data).toEqual({
      payment: null,
      _entities: [{ payment: null }],
    });
  });

  test('nobody saves a payment method without signing in', async () => {
    const { errors } = await pay.ask(anonymous, saving, { input: { providerToken: 'tok_ok' } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test("a member's payments come in pages, the newest first, by their index", async () => {
    const me = randomUUIDv7();
    await using client = await connected(pay.url);
    // Within one millisecond their order is one of chance.
    const ids = Array.from({ length: 45 }, () => randomUUIDv7()).toSorted();
    await client.query(
      `insert into payments (id, version, order_id, payer_id, amount, state, refusal_code, refusal_message, created_at)
       select id, 1, gen_random_uuid(), $1, 1, 'REFUSED', 'x', 'x', now() from unnest($2::uuid[]) as id
       union all
       select gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 1, 'REFUSED', 'x', 'x', now() from generate_series(1, 5000)`,
      [me, ids],
    );
    await client.query('analyze payments');

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: MemberAnswer['payments'] | undefined = (await asMember(member(me), me, { after })).data?._entities[0]
        ?.payments;
      seen.push(...(page?.nodes.map(({ id }) => id) ?? []));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(ids.toReversed());

    // The very statement that was sent, as the server remembers it.
    const statement = await until(async () => {
      await asMember(member(me), me);
      const { rows } = await client.query<{ query: string }>(
        `select query from pg_stat_activity where datname = current_database() and query like '%where payer_id = %order by id desc%' and pid <> pg_backend_pid()`,
      );
      return rows[0]?.query;
    });
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('payments_of_payer');
    expect(plan).not.toContain('Sort');
  });

  test.each([
    ['a page too large', { first: 101 }],
    ['a cursor of somebody else', { after: 'azpub3Bl' }],
  ])('says so: %s', async (_name, page) => {
    const me = randomUUIDv7();
    const { errors } = await asMember(member(me), me, page);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('demo payment methods are seeded once', async () => {
    const [me, id] = [randomUUIDv7(), randomUUIDv7()];
    const methods = [{ id, memberId: me, providerToken: 'tok_ok' }];
    const logger = createLogger('seed-test', 'silent');
    await seedPaymentMethods(pay.url, methods, logger);
    await seedPaymentMethods(pay.url, methods, logger);
    expect((await asMember(member(me), me)).data?._entities[0]?.paymentMethods).toMatchObject([{ id }]);
    expect((await save(me, 'tok_ok'))?.paymentMethod?.id).toBe(id);
  });
});
