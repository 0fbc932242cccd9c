import { setTimeout as wait } from 'node:timers/promises';
import { placeOrder } from '@moa/e2e';
import { post } from '@moa/testing';
import { type Cause, repeatedly } from '../cause.ts';

export const requests: readonly Cause[] = [
  {
    name: 'pay hangs',
    rings: ['MoaSlow'],
    async begin({ customer, pause, resume }) {
      pause('pay');
      const stop = repeatedly(() => customer.ask('query Mine { me { paymentMethods { id } } }'), 500);
      return async () => {
        resume('pay');
        await stop();
      };
    },
  },
  {
    name: 'twenty clients ask a router with one place',
    rings: ['MoaRefusing'],
    async begin({ spareUrl }) {
      const ask = () => post(spareUrl, { query: 'query Lines { subwayLines { name stations { name } } }' });
      const stops = Array.from({ length: 20 }, () => repeatedly(ask, 10));
      return async () => {
        await Promise.all(stops.map((stop) => stop()));
      };
    },
  },
  {
    name: 'taxi sleeps for five seconds at a time while people order',
    rings: ['MoaLiveLag'],
    withinSeconds: 120,
    async begin({ customer, pause, resume }) {
      const ordering = repeatedly(() => placeOrder(customer), 500);
      const sleeping = repeatedly(async () => {
        pause('taxi');
        await wait(5_000);
        resume('taxi');
      }, 4_000);
      return async () => {
        await Promise.all([ordering(), sleeping()]);
      };
    },
  },
];
