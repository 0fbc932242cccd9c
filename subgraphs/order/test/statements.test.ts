import { statementsOf, untilCommit } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member, nobody, openWorld, uuid, type World } from './world.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open order with.');

let world: World;
let dishes: readonly string[];
/** Who has one order of one dish, and who has five of three each. */
const [one, many] = [member(80), member(81)];
const orders = new Map<typeof one, string[]>();
const lines = (count: number) => dishes.slice(0, count).map((menuItemId) => ({ menuItemId, quantity: 1 }));

beforeAll(async () => {
  world = await openWorld(bus);
  dishes = await Promise.all(['김밥', '라면', '만두'].map((name) => world.register(name, 4_000)));
  const place = async (viewer: typeof one, count: number) =>
    (await world.place({ lines: lines(count) }, viewer)).order?.id ?? '';
  orders.set(one, [await place(one, 1)]);
  orders.set(many, await Promise.all([3, 3, 3, 3, 3].map((count) => place(many, count))));
});
afterAll(() => world?.close());

describe.each([
  ['one', one],
  ['many', many],
])('what it costs the database to show %s', (_, viewer) => {
  const count = (query: string, variables: Record<string, unknown> = {}) =>
    statementsOf(() => world.order.ask(viewer, query, variables));
  const fields = 'id lines { name menuItem { id restaurant } } progress { courier { id } }';

  test('of my orders: two statements, and the second is for dishes', async () => {
    const representations = [{ __typename: 'Member', id: viewer === one ? uuid(80) : uuid(81) }];
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { orders { nodes { ${fields} } } } } }`;
    expect(await count(query, { r: representations })).toEqual([
      expect.stringContaining('from order_views'),
      expect.stringContaining('from menu_items'),
    ]);
  });

  test('of orders by their ids: the same', async () => {
    const representations = orders.get(viewer)?.map((id) => ({ __typename: 'Order', id }));
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Order { ${fields} } } }`;
    expect(await count(query, { r: representations })).toHaveLength(2);
  });

  test('of dishes: one statement', async () => {
    const first = viewer === one ? 1 : 100;
    expect(await count(`{ menuItems(first: ${first}) { nodes { id merchant { id } } } }`)).toHaveLength(1);
    const representations = lines(viewer === one ? 1 : 3).map(({ menuItemId }) => ({
      __typename: 'MenuItem',
      id: menuItemId,
    }));
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on MenuItem { name } } }`;
    expect(await count(query, { r: representations })).toHaveLength(1);
  });

  test('of an order that is placed: seven, however many dishes it has', async () => {
    const statements = await statementsOf(() => world.place({ lines: lines(viewer === one ? 1 : 3) }, viewer));
    expect(untilCommit(statements)).toEqual([
      expect.stringContaining('from "orders"'),
      expect.stringContaining('from menu_items'),
      'begin',
      expect.stringContaining('insert into orders'),
      expect.stringContaining('insert into order_views'),
      expect.stringContaining('insert into outbox'),
      'commit',
    ]);
  });
});

test('what needs no row costs nothing', async () => {
  expect(await statementsOf(() => world.order.ask(nobody, '{ __typename }'))).toEqual([]);
});
