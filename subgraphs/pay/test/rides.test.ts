import { randomUUIDv7 } from 'node:crypto';
import { anonymous } from '@moa/identity';
import { buses, until } from '@moa/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anotherProcess } from './another-process.ts';
import { freshPay, member, payingRide, type RideAnswer, type RideInput, taxi } from './fresh-pay.ts';
import { placedBy } from './order-facts.ts';

/** Won. */
const fare = 14_200;
const chargedOnce = [{ kind: 'captured', amount: fare }];

describe.each(buses)('paying for rides, with the queues on $name', (bus) => {
  let pay: Awaited<ReturnType<typeof freshPay>>;
  let customer: string;
  let ride: RideInput;
  let tables: pg.Client;
  beforeAll(async () => {
    // The provider has the time that it has in earnest.
    pay = await freshPay(bus, { deadlineMs: 2_000 });
    tables = new pg.Client({ connectionString: pay.url });
    await tables.connect();
  });
  afterAll(async () => {
    await tables.end();
    await pay.close();
  });
  beforeEach(() => {
    customer = randomUUIDv7();
    ride = { rideId: randomUUIDv7(), customerId: customer, amount: fare };
  });
  afterEach(() => pay.sandbox.behave({}));

  /** The ride's payment, as its customer sees it, as soon as there is one. */
  const begun = () => until(async () => (await pay.paymentsOf(customer))[0]);

  test('T6: a ride is paid for at once, and a repeat charges nothing', async () => {
    const paymentMethodId = await pay.save(customer, 'tok_ok');
    const paid = await pay.payRide({ ...ride, paymentMethodId });
    expect(paid).toEqual({ status: 'CAPTURED', paymentId: expect.any(String), refusal: null });
    const other = await pay.save(customer, 'tok_ok_other');
    expect(await pay.payRide({ ...ride, paymentMethodId: other, amount: 1 })).toEqual(paid);
    await pay.done(await pay.repeat('chargeRide', paid.paymentId, 20));

    expect(await pay.booksOf(paid.paymentId)).toMatchObject(chargedOnce);
    const { body } = await pay.sandbox.get(`/v1/charges?idempotency_key=${paid.paymentId}`);
    expect(body).toMatchObject({ reference: `모아 택시 ${ride.rideId}` });
    expect(await pay.toldOf(ride.rideId, 1)).toEqual([
      {
        type: 'RidePaid',
        version: 2,
        paymentId: paid.paymentId,
        rideId: ride.rideId,
        payerId: customer,
        amount: fare,
      },
    ]);
    expect(await pay.paymentsOf(customer)).toMatchObject([
      { id: paid.paymentId, status: 'CAPTURED', amount: fare, ride: { id: ride.rideId }, order: null },
    ]);
  });

  test('without a payment method, the one saved first is charged', async () => {
    await pay.save(customer, 'tok_ok_first');
    await pay.save(customer, 'tok_declined');
    const { status, paymentId } = await pay.payRide({ ...ride, rideId: ride.rideId.toUpperCase() });
    expect(status).toBe('CAPTURED');
    const { body } = await pay.sandbox.get(`/v1/charges?idempotency_key=${paymentId}`);
    expect(body).toMatchObject({ amount: fare, reference: `모아 택시 ${ride.rideId}` });
  });

  test('T7: a refused fare is tried anew, with another payment method', async () => {
    const declined = await pay.payRide({ ...ride, paymentMethodId: await pay.save(customer, 'tok_declined') });
    expect(declined).toMatchObject({ status: 'REFUSED', refusal: { code: 'card_declined', message: /./ } });
    const paid = await pay.payRide({ ...ride, paymentMethodId: await pay.save(customer, 'tok_ok') });
    expect(paid).toMatchObject({ status: 'CAPTURED', refusal: null });

    expect(await pay.paymentsOf(customer)).toMatchObject([
      { id: paid.paymentId, status: 'CAPTURED', ride: { id: ride.rideId } },
      { id: declined.paymentId, status: 'REFUSED', ride: { id: ride.rideId } },
    ]);
    expect(await pay.booksOf(declined.paymentId)).toMatchObject([{ kind: 'declined' }]);
    expect(await pay.booksOf(paid.paymentId)).toMatchObject(chargedOnce);
    expect(await pay.toldOf(ride.rideId, 2)).toMatchObject([
      { type: 'RidePaymentRefused', version: 2, payerId: customer, amount: fare, reason: 'card_declined' },
      { type: 'RidePaid', version: 2, paymentId: paid.paymentId },
    ]);
  });

  /** Asks once more, and says with which of these the provider was asked. */
  async function triedWith(wanted: RideInput, methods: Readonly<Record<string, string>>): Promise<string | undefined> {
    const { paymentId } = await pay.payRide(wanted);
    const { rows } = await tables.query<{ id: string | null }>(
      'select payment_method_id as id from payments where id = $1',
      [paymentId],
    );
    return Object.keys(methods).find((name) => methods[name] === rows[0]?.id);
  }

  test('T7: after a refusal another saved card comes first, and the driver, who names none or the same, is paid', async () => {
    const declining = await pay.save(customer, 'tok_declined');
    for (const paymentMethodId of [null, declining]) {
      const again = { ...ride, rideId: randomUUIDv7(), paymentMethodId };
      expect(await pay.payRide(again)).toMatchObject({ status: 'REFUSED', refusal: { code: 'card_declined' } });
      await pay.save(customer, 'tok_ok');
      const paid = await pay.payRide(again);
      expect(paid).toMatchObject({ status: 'CAPTURED', refusal: null });
      expect(await pay.booksOf(paid.paymentId)).toMatchObject(chargedOnce);
      expect(await pay.payRide(again)).toEqual(paid);
    }
    // What one ride was refused with is as good as any for the next.
    expect(await pay.payRide({ ...ride, rideId: randomUUIDv7() })).toMatchObject({ status: 'REFUSED' });
  });

  test('T7: the named one comes first among those that are as good; then each in turn, the oldest first', async () => {
    const methods = {
      first: await pay.save(customer, 'tok_declined_1'),
      second: await pay.save(customer, 'tok_declined_2'),
      named: await pay.save(customer, 'tok_declined_3'),
    };
    const named = { ...ride, paymentMethodId: methods.named };
    const tried: (string | undefined)[] = [];
    for (let turn = 0; turn < 7; turn++) tried.push(await triedWith(named, methods));
    expect(tried).toEqual(['named', 'first', 'second', 'named', 'first', 'second', 'named']);
    // One that was saved since, and not tried yet, is before them all.
    const paid = await pay.save(customer, 'tok_ok');
    expect(await triedWith(named, { ...methods, paid })).toBe('paid');
  });

  test('T7: one that is named for the first time after a refusal is charged, though an older one is as good', async () => {
    const declined = await pay.save(customer, 'tok_declined');
    const methods = {
      declined,
      older: await pay.save(customer, 'tok_ok_1'),
      named: await pay.save(customer, 'tok_ok_2'),
    };
    expect(await triedWith(ride, methods)).toBe('declined');
    expect(await triedWith({ ...ride, paymentMethodId: methods.named }, methods)).toBe('named');
  });

  test("T7: another member's is never charged, however often the ride was refused", async () => {
    const theirs = await pay.save(randomUUIDv7(), 'tok_ok');
    const mine = await pay.save(customer, 'tok_declined');
    for (const paymentMethodId of [mine, theirs, null, theirs]) {
      const answer = await pay.payRide({ ...ride, paymentMethodId });
      expect(answer).toMatchObject({ status: 'REFUSED', refusal: { code: 'card_declined' } });
    }
    const { rows } = await tables.query('select from payments where payment_method_id = $1', [theirs]);
    expect(rows).toEqual([]);
    const nobody = { ...ride, customerId: randomUUIDv7() };
    expect(await pay.payRide(nobody)).toMatchObject({ refusal: { code: 'PAYMENT_METHOD_UNKNOWN' } });
  });

  test('T7: twenty drivers at once after a refusal charge the other card once', async () => {
    await pay.save(customer, 'tok_declined');
    expect(await pay.payRide(ride)).toMatchObject({ status: 'REFUSED' });
    await pay.save(customer, 'tok_ok');
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay.payRide(ride)));
    expect(answers).toEqual(answers.map(() => ({ ...answers[0], status: 'CAPTURED' })));
    expect(await pay.booksOf(answers[0]?.paymentId ?? '')).toMatchObject(chargedOnce);
  });

  test('T7: what a ride was refused with is found by its index', async () => {
    await tables.query(
      `insert into payments (id, version, ride_id, payer_id, amount, state, refusal_code, refusal_message, created_at)
       select gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 1, 'REFUSED', 'x', 'x', now() from generate_series(1, 5000)`,
    );
    await tables.query('analyze payments');
    await pay.save(customer, 'tok_declined');
    // The server counts itself how often it was looked into, and says so a little later.
    await until(async () => {
      await pay.payRide({ ...ride, rideId: randomUUIDv7() });
      const { rows } = await tables.query<{ looks: string }>(
        `select idx_scan as looks from pg_stat_user_indexes where indexrelname = 'payments_of_ride_refused'`,
      );
      return Number(rows[0]?.looks) > 0;
    });
  });

  test('T7: who has nothing to pay with may save something, and the driver tries again', async () => {
    const theirs = await pay.save(randomUUIDv7(), 'tok_ok');
    for (const paymentMethodId of [null, theirs, randomUUIDv7()]) {
      const { status, paymentId, refusal } = await pay.payRide({ ...ride, paymentMethodId });
      expect({ status, refusal }).toEqual({
        status: 'REFUSED',
        refusal: { code: 'PAYMENT_METHOD_UNKNOWN', message: expect.stringMatching(/[가-힣].*[a-z]/) },
      });
      expect(await pay.booksOf(paymentId)).toEqual([]);
    }
    const told = await pay.toldOf(ride.rideId, 3);
    expect(told).toMatchObject(
      told.map(() => ({ type: 'RidePaymentRefused', version: 1, reason: 'PAYMENT_METHOD_UNKNOWN' })),
    );
    await pay.save(customer, 'tok_ok');
    expect(await pay.payRide(ride)).toMatchObject({ status: 'CAPTURED' });
  });

  test.each(['tok_slow', 'tok_timeout'])('T7: %s is captured once, and known in time', async (token) => {
    await pay.save(customer, token);
    const { status, paymentId } = await pay.payRide(ride);
    expect(status).toBe('CAPTURED');
    expect(await pay.booksOf(paymentId)).toMatchObject(chargedOnce);
    expect(await pay.toldOf(ride.rideId, 1)).toMatchObject([{ type: 'RidePaid', paymentId }]);
  });

  test('T7: a provider that is silent for long is not waited for; the job goes on asking', async () => {
    await pay.save(customer, 'tok_ok');
    const patient = await anotherProcess(pay, taxi);
    await pay.sandbox.behave({ delayMs: [3_000, 3_000] });
    const { data } = await patient.ask<{ payRide: RideAnswer }>(payingRide, { input: ride });
    await pay.sandbox.behave({});
    expect(data?.payRide).toMatchObject({ status: 'PENDING', refusal: null });
    await pay.hasten(data?.payRide.paymentId ?? '');
    const [told] = await pay.toldOf(ride.rideId, 1);
    expect(told).toMatchObject({ type: 'RidePaid', version: 2, paymentId: data?.payRide.paymentId });
    expect(await pay.booksOf(data?.payRide.paymentId ?? '')).toMatchObject(chargedOnce);
    expect(await pay.payRide(ride)).toEqual({ ...data?.payRide, status: 'CAPTURED' });
  });

  test('T7: with the provider down the payment waits, and is charged once it is back', async () => {
    await pay.save(customer, 'tok_ok');
    await pay.sandbox.close();
    const { status, paymentId } = await pay.payRide(ride);
    await pay.sandbox.reopen();
    expect(status).toBe('PENDING');
    // Nobody hastens this one: the job that was left goes off by itself.
    await pay.toldOf(ride.rideId, 1);
    expect(await pay.booksOf(paymentId)).toMatchObject(chargedOnce);
  });

  test('N1: twenty at once charge once, and all hear the same', async () => {
    await pay.save(customer, 'tok_ok');
    await pay.sandbox.behave({ delayMs: [100, 200] });
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay.payRide(ride)));
    const [first] = answers;
    expect(first?.status).toBe('CAPTURED');
    expect(answers).toEqual(answers.map(() => first));
    expect(await pay.booksOf(first?.paymentId ?? '')).toMatchObject(chargedOnce);
    expect(await pay.paymentsOf(customer)).toHaveLength(1);
    expect(await pay.toldOf(ride.rideId, 1)).toHaveLength(1);
  });

  test('N6: killed while the provider is asked, another process learns what became of it', async () => {
    await pay.save(customer, 'tok_ok');
    const doomed = await anotherProcess(pay, taxi);
    await pay.sandbox.behave({ delayMs: [1_500, 1_500] });
    const answer = doomed.ask<{ payRide: RideAnswer }>(payingRide, { input: ride });
    const { id, status } = await begun();
    expect(status).toBe('PENDING');
    await doomed.charging;
    await doomed.kill();
    expect((await answer).data?.payRide.status).toBe('PENDING');

    await pay.hasten(id);
    expect(await pay.toldOf(ride.rideId, 1)).toMatchObject([{ type: 'RidePaid', version: 2, paymentId: id }]);
    expect(await pay.booksOf(id)).toMatchObject(chargedOnce);
    expect(await pay.payRide(ride)).toMatchObject({ status: 'CAPTURED', paymentId: id });
  });

  test('A4: only taxi may ask, with ids', async () => {
    await pay.save(customer, 'tok_ok');
    const code = async (viewer: typeof taxi, input: RideInput = ride) =>
      (await pay.ask(viewer, payingRide, { input })).errors?.[0]?.extensions?.code;
    for (const viewer of [anonymous, member(customer), member(randomUUIDv7(), 'ADMIN', 'DRIVER')]) {
      expect(await code(viewer)).toBe('FORBIDDEN');
    }
    expect(await code({ kind: 'service', name: 'order' })).toBe('FORBIDDEN');
    for (const wrong of [{ rideId: 'x' }, { customerId: 'x' }, { paymentMethodId: '' }, { amount: 0.5 }]) {
      expect(await code(taxi, { ...ride, ...wrong })).toBe('BAD_USER_INPUT');
    }
    expect(await pay.paymentsOf(customer)).toEqual([]);
    expect(await pay.payRide({ ...ride, amount: 0 })).toMatchObject({ refusal: { code: 'AMOUNT_OUT_OF_RANGE' } });
  });

  test('the table holds one payment of an order and one open payment of a ride, also for those who know no rides', async () => {
    const add = (columns: string, values: string, state = 'REFUSED', conflict = '') =>
      tables.query(
        `insert into payments (id, version, payer_id, amount, created_at, payment_method_id, state, refusal_code, refusal_message, ${columns})
         select gen_random_uuid(), 1, $1, 1, now(), $1, $2, reason, reason, ${values}
         from (select case when $2 = 'REFUSED' then 'x' end as reason) as refusal ${conflict}`,
        [customer, state],
      );
    const [orderId, rideId] = [`'${randomUUIDv7()}'`, `'${ride.rideId}'`];
    await add('order_id', orderId);
    expect((await add('order_id', orderId, 'REFUSED', 'on conflict (order_id) do nothing')).rowCount).toBe(0);
    for (const state of ['REFUSED', 'REFUSED', 'PENDING', 'REFUSED']) await add('ride_id', rideId, state);
    await expect(add('ride_id', rideId, 'PENDING')).rejects.toThrow('payments_of_ride');
    await expect(add('order_id, ride_id', 'gen_random_uuid(), gen_random_uuid()')).rejects.toThrow('for_one_thing');
    await expect(add('order_id', 'null')).rejects.toThrow('for_one_thing');
  });

  test('rides and orders stand side by side in a payer’s payments', async () => {
    const placed = placedBy(customer, await pay.save(customer, 'tok_ok'));
    await pay.deliver(placed);
    await pay.paymentIn(placed, 'CAPTURED');
    await pay.payRide(ride);
    expect(await pay.paymentsOf(customer)).toMatchObject([
      { order: null, ride: { id: ride.rideId } },
      { order: { id: placed.orderId }, ride: null },
    ]);
  });
});
