import { randomUUIDv7 } from 'node:crypto';
import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshPay, member } from './fresh-pay.ts';
import { placedBy } from './order-facts.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open pay with.');

let pay: Awaited<ReturnType<typeof freshPay>>;
/** Who pays for one order, and who for five with five methods. */
const [one, many] = [randomUUIDv7(), randomUUIDv7()];
const orders = new Map<string, string[]>();

beforeAll(async () => {
  pay = await freshPay(bus);
  for (const [payer, count] of [
    [one, 1],
    [many, 5],
  ] as const) {
    const facts = [];
    for (let n = 0; n < count; n += 1) facts.push(placedBy(payer, await pay.save(payer, 'tok_ok')));
    await pay.tell(...facts);
    for (const fact of facts) await pay.paymentIn(fact, 'CAPTURED');
    orders.set(
      payer,
      facts.map(({ orderId }) => orderId),
    );
  }
});
afterAll(() => pay?.close());

describe.each([
  ['one payment', one],
  ['many payments', many],
])('%s', (_, payer) => {
  const entities = (type: string, ids: readonly string[], fields: string) =>
    statementsOf(() => pay.ask(member(payer), entitiesQuery(type, fields), representations(type, ids)));
  const fields = 'id status amount order { id } purchase { id } refusal { code }';

  test('cost the database one statement, in my list and of orders', async () => {
    expect(await entities('Member', [payer], `payments { nodes { ${fields} } }`)).toHaveLength(1);
    expect(await entities('Order', orders.get(payer) ?? [], `payment { ${fields} }`)).toHaveLength(1);
    expect(await entities('Member', [payer], 'paymentMethods { id label }')).toHaveLength(1);
  });
});
