import { randomUUIDv7 } from 'node:crypto';
import { anonymous, type Viewer } from '@moa/identity';
import { buses, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anotherProcess } from './another-process.ts';
import { expectEvenBooks } from './books-even.ts';
import { freshPay, member } from './fresh-pay.ts';
import { accountOf, deleted, entriesOf, joined } from './token-account.ts';

type BuyInput = { quantity: number; paymentMethodId: string; idempotencyKey: string };
type Bought = {
  tokenAccount: { balance: number } | null;
  purchase: {
    id: string;
    status: string;
    quantity: number;
    amount: number;
    payment: { id: string; status: string; refusal: { code: string } | null; purchase: { id: string } | null };
  } | null;
  userErrors: { field: string[] | null; code: string; message: string }[];
};

const buying = `mutation ($input: BuyTokensInput!) { buyTokens(input: $input) {
  tokenAccount { balance }
  purchase { id status quantity amount createdAt payment { id status refusal { code } purchase { id } } }
  userErrors { field code message }
} }`;

describe.each(buses)('buying tokens, with the queues on $name', (bus) => {
  let pay: Awaited<ReturnType<typeof freshPay>>;
  let me: string;
  beforeAll(async () => {
    // The provider has the time that it has in earnest.
    pay = await freshPay(bus, { deadlineMs: 2_000 });
  });
  afterAll(() => pay.close());
  beforeEach(() => {
    me = randomUUIDv7();
  });
  afterEach(async () => {
    await pay.sandbox.behave({});
    await expectEvenBooks(pay.url);
  });

  const input = async (token: string, more: Partial<BuyInput> = {}): Promise<BuyInput> => ({
    quantity: 10,
    paymentMethodId: await pay.save(me, token),
    idempotencyKey: randomUUIDv7(),
    ...more,
  });
  async function buy(wanted: BuyInput, who = me): Promise<Bought> {
    const { data, errors } = await pay.ask<{ buyTokens: Bought }>(member(who), buying, { input: wanted });
    if (!data) throw new Error(`Pay did not say: ${JSON.stringify(errors)}`);
    return data.buyTokens;
  }
  const booksOf = async ({ purchase }: Bought) => pay.booksOf(purchase?.payment.id ?? 'none');
  const chargedOnce = [{ kind: 'captured', amount: 5_000 }];

  test('P9: tokens are paid for at once, and a repeat buys nothing more', async () => {
    const wanted = await input('tok_ok');
    const bought = await buy(wanted);
    expect(bought).toMatchObject({
      tokenAccount: { balance: 15 },
      purchase: { status: 'COMPLETED', quantity: 10, amount: 5_000, payment: { status: 'CAPTURED', refusal: null } },
      userErrors: [],
    });
    expect(bought.purchase?.payment.purchase).toEqual({ id: bought.purchase?.id });
    expect(await buy({ ...wanted, paymentMethodId: wanted.paymentMethodId.toUpperCase() })).toEqual(bought);
    await pay.done(await pay.repeat('chargeTokens', bought.purchase?.payment.id ?? '', 20));

    expect(await booksOf(bought)).toMatchObject(chargedOnce);
    const { body } = await pay.sandbox.get(`/v1/charges?idempotency_key=${bought.purchase?.payment.id}`);
    expect(body).toMatchObject({ reference: `모아 토큰 ${bought.purchase?.id}` });
    expect(await pay.toldOf(bought.purchase?.id ?? '', 1)).toEqual([
      { type: 'TokensBought', version: 2, purchaseId: bought.purchase?.id, memberId: me, quantity: 10, amount: 5_000 },
    ]);
    expect((await accountOf(pay, me)).entries.nodes).toMatchObject([
      { kind: 'PURCHASE', amount: 10, purchase: { id: bought.purchase?.id }, recommendation: null },
      { kind: 'WELCOME', amount: 5, purchase: null, recommendation: null },
    ]);
    await pay.tell(joined(me));
    expect(await accountOf(pay, me)).toMatchObject({ balance: 15 });
    expect(await pay.paymentsOf(me)).toMatchObject([{ status: 'CAPTURED', amount: 5_000, order: null, ride: null }]);
  });

  test('N1: twenty at once with one key buy once; each other key buys anew', async () => {
    const wanted = await input('tok_ok');
    const answers = await Promise.all(Array.from({ length: 20 }, () => buy(wanted)));
    expect(new Set(answers.map(({ purchase }) => purchase?.id)).size).toBe(1);
    for (const answer of answers.slice(0, 1)) expect(await booksOf(answer)).toMatchObject(chargedOnce);
    expect(await accountOf(pay, me)).toMatchObject({ balance: 15 });
    await Promise.all(Array.from({ length: 5 }, () => buy({ ...wanted, idempotencyKey: randomUUIDv7() })));
    expect(await accountOf(pay, me)).toMatchObject({ balance: 65 });
    expect(await pay.paymentsOf(me)).toHaveLength(6);
  });

  test.each([
    ['no tokens', { quantity: 0 }, 'QUANTITY_OUT_OF_RANGE', 'quantity'],
    ['less than none', { quantity: -1 }, 'QUANTITY_OUT_OF_RANGE', 'quantity'],
    ['too many', { quantity: 101 }, 'QUANTITY_OUT_OF_RANGE', 'quantity'],
    ['an unknown payment method', { paymentMethodId: randomUUIDv7() }, 'PAYMENT_METHOD_UNKNOWN', 'paymentMethodId'],
    ['no id', { paymentMethodId: 'card' }, 'PAYMENT_METHOD_UNKNOWN', 'paymentMethodId'],
    ['no key', { idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    ['a key too long', { idempotencyKey: 'k'.repeat(101) }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    ['a key that no table holds', { idempotencyKey: 'a\0b' }, 'IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
  ])('refuses %s', async (_name, wrong, code, field) => {
    expect(await buy(await input('tok_ok', wrong))).toEqual({
      tokenAccount: null,
      purchase: null,
      userErrors: [{ code, field: [field], message: expect.stringMatching(/[가-힣].*[a-z]/) }],
    });
    expect(await pay.paymentsOf(me)).toEqual([]);
  });

  test('all faults are named at once, and the largest purchase goes through', async () => {
    const wrong = await buy({ quantity: 0, paymentMethodId: 'x', idempotencyKey: '' });
    expect(wrong.userErrors).toHaveLength(3);
    expect(await buy(await input('tok_ok', { quantity: 100, idempotencyKey: 'k'.repeat(100) }))).toMatchObject({
      purchase: { amount: 50_000 },
      tokenAccount: { balance: 105 },
    });
  });

  test("somebody else's payment method is refused, and the key stays good", async () => {
    const wanted = await input('tok_ok');
    const theirs = await pay.save(randomUUIDv7(), 'tok_ok');
    expect(await buy({ ...wanted, paymentMethodId: theirs })).toMatchObject({
      purchase: null,
      userErrors: [{ code: 'PAYMENT_METHOD_UNKNOWN' }],
    });
    expect(await buy(wanted)).toMatchObject({ tokenAccount: { balance: 15 } });
  });

  test('a key that was used is refused for another quantity or card, and is another member’s own', async () => {
    const wanted = await input('tok_ok');
    const bought = await buy(wanted);
    const other = await pay.save(me, 'tok_ok_other');
    for (const changed of [{ quantity: 11 }, { paymentMethodId: other }]) {
      expect(await buy({ ...wanted, ...changed })).toMatchObject({
        purchase: null,
        userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }],
      });
    }
    expect(await accountOf(pay, me)).toMatchObject({ balance: 15 });
    const them = randomUUIDv7();
    const theirs = await buy({ ...wanted, paymentMethodId: await pay.save(them, 'tok_ok') }, them);
    expect(theirs.purchase?.id).not.toBe(bought.purchase?.id);
    expect(theirs).toMatchObject({ tokenAccount: { balance: 15 } });
  });

  test('a declined card is refused in words, for good, and nothing is booked', async () => {
    const wanted = await input('tok_declined');
    const declined = await buy(wanted);
    expect(declined).toMatchObject({
      tokenAccount: { balance: 5 },
      purchase: { status: 'REFUSED', payment: { status: 'REFUSED', refusal: { code: 'card_declined' } } },
      userErrors: [
        { code: 'PAYMENT_REFUSED', field: ['paymentMethodId'], message: expect.stringMatching(/[가-힣].*[a-z]/) },
      ],
    });
    expect(await buy(wanted)).toEqual(declined);
    expect(await booksOf(declined)).toMatchObject([{ kind: 'declined' }]);
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5']);
    expect(await buy(await input('tok_ok'))).toMatchObject({ tokenAccount: { balance: 15 } });
  });

  test.each(['tok_slow', 'tok_timeout'])('%s is asked after, and booked once', async (token) => {
    const bought = await buy(await input(token));
    expect(bought).toMatchObject({ purchase: { status: 'COMPLETED' }, tokenAccount: { balance: 15 } });
    expect(await booksOf(bought)).toMatchObject(chargedOnce);
    await pay.toldOf(bought.purchase?.id ?? '', 1);
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5', 'PURCHASE 10']);
  });

  test('a provider that is silent for long is not waited for; the tokens come by the job', async () => {
    const wanted = await input('tok_ok');
    const patient = await anotherProcess(pay, member(me));
    await pay.sandbox.behave({ delayMs: [3_000, 3_000] });
    const { data } = await patient.ask<{ buyTokens: Bought }>(buying, { input: wanted });
    await pay.sandbox.behave({});
    expect(data?.buyTokens).toMatchObject({
      purchase: { status: 'PENDING', payment: { status: 'PENDING' } },
      tokenAccount: { balance: 5 },
      userErrors: [],
    });
    await pay.hasten(data?.buyTokens.purchase?.payment.id ?? '');
    await pay.toldOf(data?.buyTokens.purchase?.id ?? '', 1);
    expect(await buy(wanted)).toMatchObject({ purchase: { status: 'COMPLETED' }, tokenAccount: { balance: 15 } });
    expect(await booksOf(await buy(wanted))).toMatchObject(chargedOnce);
  });

  test('with the provider down a purchase waits, and its tokens come once it is back', async () => {
    const wanted = await input('tok_ok');
    await pay.sandbox.close();
    const pending = await buy(wanted);
    expect(pending).toMatchObject({ purchase: { status: 'PENDING' }, tokenAccount: { balance: 5 } });
    await pay.sandbox.reopen();
    await pay.hasten(pending.purchase?.payment.id ?? '');
    await pay.toldOf(pending.purchase?.id ?? '', 1);
    expect(await accountOf(pay, me)).toMatchObject({ balance: 15 });
    expect(await booksOf(pending)).toMatchObject(chargedOnce);
  });

  test('N6: killed while the card is being charged, another process books the tokens, once', async () => {
    const wanted = await input('tok_ok');
    const doomed = await anotherProcess(pay, member(me));
    await pay.sandbox.behave({ delayMs: [1_500, 1_500] });
    const answer = doomed.ask<{ buyTokens: Bought }>(buying, { input: wanted });
    const { id, status } = await until(async () => (await pay.paymentsOf(me))[0]);
    expect(status).toBe('PENDING');
    await doomed.charging;
    await doomed.kill();
    const { data } = await answer;
    expect(data?.buyTokens.purchase?.status).toBe('PENDING');

    const again = await pay.open();
    await pay.hasten(id);
    await pay.toldOf(data?.buyTokens.purchase?.id ?? '', 1);
    await again.close();
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5', 'PURCHASE 10']);
    expect(await pay.booksOf(id)).toMatchObject(chargedOnce);
    expect(await buy(wanted)).toMatchObject({ purchase: { status: 'COMPLETED' }, tokenAccount: { balance: 15 } });
  });

  test('nobody buys without signing in, nor after deleting the account', async () => {
    const wanted = await input('tok_ok');
    const code = async (viewer: Viewer) =>
      (await pay.ask(viewer, buying, { input: wanted })).errors?.[0]?.extensions?.code;
    expect(await code(anonymous)).toBe('UNAUTHENTICATED');
    await pay.tell(deleted(me));
    expect(await code(member(me))).toBe('UNAUTHENTICATED');
    expect(await entriesOf(pay, me)).toEqual([]);
  });
});
