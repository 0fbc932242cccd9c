import { setTimeout as wait } from 'node:timers/promises';
import { type Cause, repeatedly } from '../cause.ts';

export const resources: readonly Cause[] = [
  {
    name: 'somebody locks the orders',
    rings: ['MoaPoolExhausted'],
    withinSeconds: 120,
    async begin({ customer, session }) {
      const holder = await session('moa_order');
      await holder.query('begin');
      await holder.query('lock table orders, order_views in access exclusive mode');
      // Each asks for something else: of the same things the router asks once for all.
      const ask = (first: number) => () =>
        customer.ask('query Orders($first: Int!) { me { orders(first: $first) { nodes { id status } } } }', { first });
      const stops = Array.from({ length: 40 }, (_, index) => repeatedly(ask(index + 1), 10));
      return async () => {
        await holder.end();
        await Promise.all(stops.map((stop) => stop()));
      };
    },
  },
  {
    name: 'taxi gets the processor for a tenth of the time',
    rings: ['MoaEventLoopHeldUp'],
    async begin({ pause, resume }) {
      return repeatedly(async () => {
        pause('taxi');
        await wait(900);
        resume('taxi');
      }, 100);
    },
  },
];
