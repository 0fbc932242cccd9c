import { randomUUIDv7 } from 'node:crypto';
import { buses, until } from '@moa/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshPay, type RideInput } from './fresh-pay.ts';
import { cancelled, placedBy, total } from './order-facts.ts';
import { deleted } from './token-account.ts';

/** Won. */
const fare = 14_200;

describe.each(buses)('a member who deletes their account, with the queues on $name', (bus) => {
  let pay: Awaited<ReturnType<typeof freshPay>>;
  let client: pg.Client;
  let customer: string;
  let ride: RideInput;
  beforeAll(async () => {
    pay = await freshPay(bus, { deadlineMs: 2_000 });
    client = new pg.Client({ connectionString: pay.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await pay.close();
  });
  beforeEach(() => {
    customer = randomUUIDv7();
    ride = { rideId: randomUUIDv7(), customerId: customer, amount: fare };
  });
  afterEach(() => pay.sandbox.behave({}));

  /** What the provider knows the customer's payment methods by, as far as it is still there. */
  async function kept(): Promise<string[]> {
    const { rows } = await client.query<{ token: string }>(
      'select provider_token as token from payment_methods where member_id = $1 order by token',
      [customer],
    );
    return rows.map(({ token }) => token);
  }

  /** The jobs that are left to erase it, with what they were put off by, in ms. */
  async function erasings(): Promise<number[]> {
    const { rows } = await client.query<{ delay: number }>(
      `select delay_ms as delay from outbox where topic = 'erasePaymentMethods' and payload = $1 order by id`,
      [{ memberId: customer }],
    );
    return rows.map(({ delay }) => delay);
  }
  /** Whether pay waits for a lock with such a statement. */
  async function isWaiting(statement: string): Promise<boolean> {
    const watch = new pg.Client({ connectionString: pay.url });
    await watch.connect();
    const { rows } = await watch.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
      [statement],
    );
    await watch.end();
    return rows.length > 0;
  }
  /** The time for it has come. */
  const erase = async () => pay.done([await pay.job('erasePaymentMethods', { memberId: customer })]);

  test('has nothing to pay with any more: not to be seen, not for orders; nor can they save anew', async () => {
    const charged = placedBy(customer, await pay.save(customer, 'tok_ok'));
    await pay.deliver(charged);
    const { id, amount } = await pay.paymentIn(charged, 'CAPTURED');
    await pay.tell({ ...deleted(customer), memberId: randomUUIDv7() });
    expect(await pay.paymentMethodsOf(customer)).toEqual([charged.paymentMethodId]);

    await pay.tell(deleted(customer), deleted(customer));
    expect(await pay.paymentMethodsOf(customer)).toEqual([]);
    const late = placedBy(customer, charged.paymentMethodId);
    await pay.deliver(late);
    expect(await pay.paymentIn(late, 'REFUSED')).toMatchObject({ refusal: { code: 'PAYMENT_METHOD_UNKNOWN' } });
    await expect(pay.save(customer, 'tok_ok')).rejects.toThrow('was not saved');
    // What was charged stays, and can still be given back.
    expect(await pay.paymentIn(charged)).toMatchObject({ id, amount, status: 'CAPTURED' });
    await pay.deliver(cancelled(charged));
    await pay.paymentIn(charged, 'REFUNDED');
  });

  test.each([
    ['the one saved first', false],
    ['the one that was chosen', true],
  ])('still pays for the ride that they are in, by %s', async (_name, chosen) => {
    await pay.save(customer, 'tok_ok');
    const paymentMethodId = chosen ? await pay.save(customer, 'tok_ok_chosen') : null;
    await pay.tell(deleted(customer));
    const theirs = await pay.save(randomUUIDv7(), 'tok_ok');
    expect(await pay.payRide({ ...ride, paymentMethodId: theirs })).toMatchObject({
      refusal: { code: 'PAYMENT_METHOD_UNKNOWN' },
    });
    const { status, paymentId } = await pay.payRide({ ...ride, paymentMethodId });
    expect(status).toBe('CAPTURED');
    expect(await pay.booksOf(paymentId)).toMatchObject([{ kind: 'captured', amount: fare }]);
  });

  test('is forgotten three hours later, and can pay for nothing then', async () => {
    await pay.save(customer, 'tok_ok');
    await pay.save(customer, 'tok_ok_spare');
    await pay.tell(deleted(customer));
    expect(await kept()).toEqual(['tok_ok', 'tok_ok_spare']);
    expect(await erasings()).toEqual([3 * 60 * 60 * 1_000]);

    await erase();
    await erase();
    expect(await kept()).toEqual([]);
    expect(await erasings()).toHaveLength(1);
    expect(await pay.payRide(ride)).toMatchObject({
      status: 'REFUSED',
      refusal: { code: 'PAYMENT_METHOD_UNKNOWN' },
    });
  });

  test('has a charge that is under way settled first, and what it is charged to is looked at again', async () => {
    await pay.save(customer, 'tok_ok_spare');
    const paymentMethodId = await pay.save(customer, 'tok_ok');
    const waiting = placedBy(customer, paymentMethodId);
    await pay.sandbox.behave({ delayMs: [1_500, 1_500] });
    await pay.deliver(waiting);
    const { id } = await pay.paymentIn(waiting, 'PENDING');
    await pay.tell(deleted(customer));
    await erase();
    expect(await kept()).toEqual(['tok_ok']);
    expect((await erasings()).slice(1)).toEqual([5 * 60 * 1_000]);

    await pay.paymentIn(waiting, 'CAPTURED');
    expect(await pay.booksOf(id)).toMatchObject([{ kind: 'captured', amount: total }]);
    await erase();
    expect(await kept()).toEqual([]);
    expect(await erasings()).toHaveLength(2);
  });

  test('is not erased under a payment that is about to be made', async () => {
    const paymentMethodId = await pay.save(customer, 'tok_ok');
    await pay.tell(deleted(customer));
    // As payRide does it, as slowly as can be.
    await client.query('begin');
    await client.query('select is_forgotten($1)', [customer]);
    const erasing = erase();
    await until(() => isWaiting('%forgotten member%'));
    await client.query(
      `insert into payments (id, version, ride_id, payer_id, amount, payment_method_id, state, created_at)
       values (gen_random_uuid(), 1, $1, $2, $3, $4, 'PENDING', now())`,
      [ride.rideId, customer, fare, paymentMethodId],
    );
    await client.query('commit');
    await erasing;
    expect(await kept()).toEqual(['tok_ok']);
    expect(await pay.payRide(ride)).toMatchObject({ status: 'CAPTURED' });
    await erase();
    expect(await kept()).toEqual([]);
  });

  test('is not charged with what is just being erased', async () => {
    await pay.save(customer, 'tok_ok');
    await pay.tell(deleted(customer));
    // As the job does it, as slowly as can be.
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('forgotten member ' || $1::uuid, 0))`, [
      customer,
    ]);
    await client.query('delete from payment_methods where member_id = $1', [customer]);
    const answer = until(() => pay.payRide(ride).catch(() => undefined));
    await until(() => isWaiting('%is_forgotten%'));
    await client.query('commit');
    expect(await answer).toMatchObject({ status: 'REFUSED', refusal: { code: 'PAYMENT_METHOD_UNKNOWN' } });
  });

  test('can not be erased by a job that comes without their leaving', async () => {
    await pay.save(customer, 'tok_ok');
    await erase();
    expect(await kept()).toEqual(['tok_ok']);
    expect(await pay.paymentMethodsOf(customer)).toHaveLength(1);
  });
});
