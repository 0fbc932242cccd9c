import { randomUUIDv7 } from 'node:crypto';
import { anonymous } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedPaymentMethods } from '../src/index.ts';
import { freshPay, member, type PaymentAnswer } from './fresh-pay.ts';
import { placedBy, total } from './order-facts.ts';

/** A connection of the test's own, closed at the end of its block. */
async function connected(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

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

  test.each(['', 'tok ok', 'tok_é', 'tok"', `tok_${'x'.repeat(197)}`])('refuses the token "%s"', async (token) => {
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
