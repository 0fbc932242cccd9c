import { randomUUID } from 'node:crypto';
import { demoMenu } from '@moa/db/demo';
import { buses, post, until } from '@moa/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cancelOrder, placeOrder, untilOrder } from '../src/food.ts';
import { type Person, personOf } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';

const password = 'leave-no-trace-1';
const address = '부산 해운대구 우동 1408';

describe.each(buses)('leaving Moa, on $name', (bus) => {
  let place: Place;
  let moa: MoaProcess;
  beforeAll(async () => {
    place = await openPlace(bus);
    moa = await startProcess(place.variables);
  });
  afterAll(async () => {
    await moa?.end('SIGTERM');
    await place?.close();
  });

  async function join(email: string): Promise<Person> {
    const input = { email, password, name: '떠나는 이', age: 30 };
    const { data } = await post<{ signUp: { session: { accessToken: string; member: { id: string } } } }>(place.url, {
      query: 'mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken member { id } } } }',
      variables: { input },
    });
    if (!data) throw new Error('Nobody joined.');
    const { accessToken, member } = data.signUp.session;
    return personOf(place.url, accessToken, member.id);
  }
  const isSignedOut = async (person: Person) => (await person.ask('{ me { id } }')).status === 401;
  const count = async (part: string, statement: string, value: string): Promise<number> => {
    const client = new pg.Client({ connectionString: place.databases[part] });
    await client.connect();
    try {
      return (await client.query<{ count: number }>(statement, [value])).rows[0]?.count ?? 0;
    } finally {
      await client.end();
    }
  };

  test('who signs out is shut out by the router: the access token counts no more, and its sockets close', async () => {
    const [person, other] = [await join('stayer@example.com'), await join('other@example.com')];
    const { order } = await placeOrder(person, { paymentMethodId: randomUUID() });
    const live = person.watch('subscription ($id: ID!) { orderChanged(orderId: $id) { status } }', { id: order?.id });
    await live.next();
    const { data } = await person.ask('mutation { signOut(input: { everywhere: true }) { signedOut } }');
    expect(data).toEqual({ signOut: { signedOut: true } });
    expect(await live.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    await until(() => isSignedOut(person));
    expect(await isSignedOut(other)).toBe(false);
  });

  test('who deletes their account leaves no address with anybody, and payment methods only for what may still be owed', async () => {
    const person = await join('leaver@example.com');
    const saved = await person.ask<{ savePaymentMethod: { paymentMethod: { id: string } } }>(
      'mutation { savePaymentMethod(input: { providerToken: "tok_ok" }) { paymentMethod { id } } }',
    );
    const { order } = await placeOrder(person, {
      lines: [{ menuItemId: demoMenu[0]?.id, quantity: 1 }],
      deliveryAddress: address,
      paymentMethodId: saved.data?.savePaymentMethod.paymentMethod.id,
    });
    const id = order?.id ?? '';
    await untilOrder(person, id, ({ delivery }) => delivery !== null);
    expect(await cancelOrder(person, id)).toMatchObject({ status: 'CANCELLED' });
    await untilOrder(person, id, ({ payment }) => payment?.status === 'REFUNDED');

    const traces = () =>
      Promise.all([
        count('order', 'select count(*)::int from orders where delivery_address = $1', address),
        count('order', `select count(*)::int from order_views where view->>'deliveryAddress' = $1`, address),
        count('delivery', 'select count(*)::int from deliveries where address = $1', address),
      ]);
    /** They are gone from every list at once; the job that erases them leaves time for a ride under way to be paid. */
    const erasing = `select count(*)::int from outbox where topic = 'erasePaymentMethods' and payload->>'memberId' = $1`;
    expect(await traces()).toEqual([1, 1, 1]);
    expect(await count('pay', erasing, person.id)).toBe(0);
    const { data } = await person.ask(
      'mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { deleted } }',
      {
        input: { password },
      },
    );
    expect(data).toEqual({ deleteAccount: { deleted: true } });
    await until(() => isSignedOut(person));
    await until(async () => (await traces()).every((found) => found === 0));
    await until(async () => (await count('pay', erasing, person.id)) === 1);
    // The books stay even, without a name.
    expect(await count('pay', 'select count(*)::int from payments where payer_id = $1', person.id)).toBe(1);
  });
});
