import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customer, kim, openWorld, type World } from './world.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open delivery with.');

let world: World;
const waiting: { readonly id: string; readonly orderId: string }[] = [];

beforeAll(async () => {
  world = await openWorld(bus);
  for (let n = 0; n < 5; n += 1) waiting.push(await world.started());
});
afterAll(() => world?.close());

describe.each([
  ['one', 1],
  ['many', 5],
])('one statement is enough for %s', (_, count) => {
  const fields = 'id status order { id } courier { id }';
  const entities = (type: string, ids: readonly string[], shows: string, viewer = customer) =>
    statementsOf(() => world.ask(viewer, entitiesQuery(type, shows), representations(type, ids)));

  test('open deliveries', async () => {
    const query = `{ openDeliveries(first: ${count}) { nodes { ${fields} } pageInfo { hasNextPage } } }`;
    expect(await statementsOf(() => world.ask(kim, query))).toHaveLength(1);
  });

  test('deliveries of orders, and by their own ids', async () => {
    const some = waiting.slice(0, count);
    const ofOrders = some.map(({ orderId }) => orderId);
    expect(await entities('Order', ofOrders, `delivery { ${fields} }`)).toHaveLength(1);
    expect(
      await entities(
        'Delivery',
        some.map(({ id }) => id),
        fields,
      ),
    ).toHaveLength(1);
  });

  test('what a courier took on', async () => {
    await world.accept(kim, waiting[count - 1]?.id ?? '');
    expect(await entities('Member', [kim.memberId], `deliveries { nodes { ${fields} } }`, kim)).toHaveLength(1);
  });
});
