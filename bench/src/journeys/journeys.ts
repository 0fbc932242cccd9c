import { readSeoulNetwork } from '@moa/subway-subgraph';
import { kindsOf, newPaths } from '../subway/questions.ts';
import { myPage, placeOrder, watchOrder } from './queries.ts';
import { orderOf, type Town } from './town.ts';

/** Something that people do, from their client to PostgreSQL and back. */
export type Journey = {
  readonly name: 'my page' | 'place an order' | 'find a path';
  /** How far somebody has come when each time is taken; the last is the end of the journey. */
  readonly stages: readonly string[];
  /** Goes the way once; `client` is whose turn it is, 0, 1, … Gives the milliseconds from the start to each stage. */
  readonly travel: (town: Town, client: number) => Promise<readonly number[]>;
};

/** The journeys by name. */
export function openJourneys(): readonly Journey[] {
  const paths = kindsOf(readSeoulNetwork(), 1).find(({ name }) => name === newPaths);
  if (paths?.kind !== 'once') throw new Error('There is no question for each pair of stations.');
  const mark = crypto.randomUUID();
  let orders = 0;
  return [
    {
      name: 'my page',
      stages: ['answer'],
      async travel({ readers }, client) {
        const began = performance.now();
        await turn(readers, client).client.ask(myPage, {});
        return [performance.now() - began];
      },
    },
    {
      name: 'place an order',
      stages: ['payload', 'PAID, live'],
      async travel({ buyers }, client) {
        const buyer = turn(buyers, client);
        orders += 1;
        const input = orderOf(buyer, `${mark}-${orders}`);
        const began = performance.now();
        const { placeOrder: placed } = await buyer.client.ask<Placed>(placeOrder, { input });
        const answered = performance.now() - began;
        if (!placed.order) throw new Error(`An order was refused: ${JSON.stringify(placed)}`);
        const { id } = placed.order;
        await new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => {
            watching.stop();
            reject(new Error(`Nobody said within ${patienceMs / 1_000} s that the order ${id} is paid for.`));
          }, patienceMs);
          const watching = buyer.client.watch<Watched>(watchOrder, { id }, ({ orderChanged }) => {
            if (orderChanged.status !== 'PAID') return;
            clearTimeout(late);
            watching.stop();
            resolve();
          });
        });
        return [answered, performance.now() - began];
      },
    },
    {
      name: 'find a path',
      stages: ['answer'],
      async travel({ readers }, client) {
        const { query, variables } = paths.next();
        const began = performance.now();
        await turn(readers, client).client.ask(query, variables);
        return [performance.now() - began];
      },
    },
  ];
}

/** A watch that has failed says nothing. */
const patienceMs = 60_000;

type Placed = { readonly placeOrder: { readonly order: { readonly id: string } | null } };
type Watched = { readonly orderChanged: { readonly status: string } };

function turn<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (!item) throw new Error('The town has nobody.');
  return item;
}
