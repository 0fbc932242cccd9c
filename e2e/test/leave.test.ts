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

describe.each(buses)('somebody who leaves Moa, on $name', (bus) => {
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

  async function join(): Promise<Person> {
    const input = { email: 'leaver@example.com', password, name: '떠나는 이', age: 30 };
    const { data } = await post<{ signUp: { session: { accessToken: string; member: { id: string } } } }>(place.url, {
      query: 'mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken member { id } } } }',
      variables: { input },
    });
    if (!data) throw new Error('Nobody joined.');
    const { accessToken, member } = data.signUp.session;
    return personOf(place.url, accessToken, member.id);
  }
  const count = async (part: string, statement: string, value: string): Promise<number> => {
    const client = new pg.Client({ connectionString: place.databases[part] });
    await client.connect();
    try {
      return (await client.query<{ count: number }>(statement, [value])).rows[0]?.count ?? 0;
    } finally {
      await client.end();
    }
  };

  test('leaves neither address nor payment method with anybody', async () => {
    const person = await join();
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
        count('pay', 'select count(*)::int from payment_methods where member_id = $1', person.id),
      ]);
    expect(await traces()).toEqual([1, 1, 1, 1]);
    const { data } = await person.ask(
      'mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { deleted } }',
      {
        input: { password },
      },
    );
    expect(data).toEqual({ deleteAccount: { deleted: true } });
    await until(async () => (await traces()).every((found) => found === 0));
    // The books stay even, without a name.
    expect(await count('pay', 'select count(*)::int from payments where payer_id = $1', person.id)).toBe(1);
  });
});
