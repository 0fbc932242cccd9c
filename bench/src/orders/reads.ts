import { randomInt } from 'node:crypto';
import { connectionOf } from '@moa/subgraph';
import { z } from 'zod';
import type { Pair, Scenario } from '../measure/compare.ts';
import { menuItems, orderById, ordersOf } from './operations.ts';
import { requests } from './requests.ts';
import type { Operation, ServedTown } from './serve.ts';
import { heavyOrdersOf, memberId } from './town.ts';

const nodes = z.object({ nodes: z.array(z.unknown()) });
const orderPage = z.object({ _entities: z.tuple([z.object({ orders: nodes })]) });
const menuPage = z.object({ menuItems: nodes });
const oneOrder = z.object({ order: z.object({ id: z.string() }) });

/** Both sides read pages of the same length, however few orders the small one has. */
export function reads(batch: number, towns: Pair<ServedTown>): readonly Scenario<ServedTown>[] {
  const heavyOrders = heavyOrdersOf(towns.small.town);
  const first = Math.min(20, Math.floor(heavyOrders / 5));
  const firstCancelled = Math.max(1, Math.floor(heavyOrders / 20));
  const times = (plan: () => Operation) => Array.from({ length: batch }, plan);
  const heavy = memberId(0);
  const page = (name: string, length: number, plan: (ids: readonly string[]) => Operation) =>
    requests({
      name: `Member.orders, ${name}`,
      plan: ({ heavyOrderIds }) => times(() => plan(heavyOrderIds)),
      check: (_town, data) => expectLength(orderPage.parse(data)._entities[0].orders.nodes, length),
    });
  const menu = (name: string, plan: (ids: readonly string[]) => Operation) =>
    requests({
      name: `menuItems, ${name}`,
      plan: (town) => {
        const ids = town.menu.map(({ id }) => id);
        return times(() => plan(ids));
      },
      check: (_town, data) => expectLength(menuPage.parse(data).menuItems.nodes, 20),
    });

  return [
    page('first page', first, () => ordersOf(heavy, { first, after: null, status: null })),
    page('a page in the middle', first, (ids) =>
      ordersOf(heavy, { first, after: cursorOf(somewhereInTheMiddle(ids)), status: null }),
    ),
    page('last page', first, (ids) => ordersOf(heavy, { first, after: cursorOf(ids.at(-first - 1)), status: null })),
    page('of one status', firstCancelled, () =>
      ordersOf(heavy, { first: firstCancelled, after: null, status: 'CANCELLED' }),
    ),
    requests({
      name: 'order(id)',
      plan: async (town) => (await someOrders(town, batch)).map(({ id, customerId }) => orderById(customerId, id)),
      check: (_town, data) => void oneOrder.parse(data),
    }),
    menu('first page', () => menuItems({ first: 20, after: null, search: null })),
    menu('a page in the middle', (ids) =>
      menuItems({ first: 20, after: cursorOf(somewhereInTheMiddle(ids)), search: null }),
    ),
    requests({
      name: 'menuItems, search for one dish',
      plan: (town) => times(() => menuItems({ first: 20, after: null, search: town.menu.at(-1)?.name ?? '' })),
      check: (_town, data) => expectLength(menuPage.parse(data).menuItems.nodes, 1),
    }),
  ];
}

/** Of all times alike, whoever's they are. */
async function someOrders({ sql }: ServedTown, count: number) {
  // Ids drawn first: compared with one that is drawn anew for each row, the index would be read from end to end.
  const { rows } = await sql.query<{ id: string; customerId: string }>(
    `with moment as materialized (
       select uuidv7(-random() * interval '700 days') as id from generate_series(1, $1::integer)
     )
     select /* bench */ found.id, found.customer_id as "customerId"
     from moment, lateral (
       select id, customer_id from orders where id < moment.id order by id desc limit 1
     ) found`,
    [count],
  );
  return rows;
}

const somewhereInTheMiddle = (ids: readonly string[]): string | undefined =>
  ids[randomInt(Math.floor(ids.length / 4), Math.ceil(ids.length / 2))];

const cursorOf = (id = ''): string | null =>
  connectionOf([{ id }], { first: 1, after: null }, (node) => node.id).pageInfo.endCursor;

function expectLength(list: readonly unknown[], length: number): void {
  if (list.length !== length) throw new Error(`A page holds ${list.length} instead of ${length}.`);
}
