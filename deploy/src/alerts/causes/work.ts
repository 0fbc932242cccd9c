import { placeOrder, requestTaxi } from '@moa/e2e';
import { openBullQueues, openJobInspector, openJobs } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { until } from '@moa/testing';
import type { Cause } from '../cause.ts';
import type { Ground } from '../ground.ts';

const logger = createLogger('alerts', 'silent');

export const work: readonly Cause[] = [
  {
    name: 'the receiver of notifications refuses them for good',
    rings: ['MoaDeadLetters'],
    async begin({ customer, webhookAnswers, redis }) {
      webhookAnswers(410);
      await placeOrder(customer);
      return async () => {
        webhookAnswers(200);
        const inspector = await openJobInspector({ url: redis.url, logger });
        const letters = await inspector.list('notification-jobs', 'failed', 100);
        await inspector.retry(
          'notification-jobs',
          letters.map(({ id }) => id),
        );
        await inspector.close();
      };
    },
  },
  {
    name: 'the payment provider drops every connection',
    rings: ['MoaJobsStruggle'],
    withinSeconds: 300,
    async begin({ customer, providerUrl }) {
      await provider(providerUrl, { drop: 'before' });
      await placeOrder(customer);
      return () => provider(providerUrl, {});
    },
  },
  {
    name: 'more jobs come than anybody works',
    rings: ['MoaQueueBacklog'],
    async begin({ redis }) {
      const jobs = await openJobs({ url: redis.url, logger });
      // Account hears of no fact, so nobody works that queue.
      await jobs.add(
        'account-facts',
        Array.from({ length: 1_001 }, (_, index) => ({ id: `alert-${index}`, name: 'Alert', data: {} })),
      );
      await jobs.close();
      return async () => {
        const queues = await openBullQueues({ url: redis.url, logger });
        await queues.queue('account-facts').drain();
        await queues.close();
      };
    },
  },
  {
    name: 'pay dies over six payments',
    rings: ['MoaJobsStall'],
    withinSeconds: 120,
    async begin({ customer, providerUrl, redis, kill, start }) {
      await provider(providerUrl, { delayMs: [30_000, 30_000] });
      for (let order = 0; order < 6; order += 1) await placeOrder(customer);
      await untilActive(redis.url, 'pay-jobs', 6);
      await kill('pay');
      await start('pay'); // whose provider behaves
      return async () => {};
    },
  },
  {
    name: 'somebody holds the lock of a booking',
    rings: ['MoaSagaOld'],
    withinSeconds: 150,
    async begin({ customer, session }: Ground) {
      const { booking } = await requestTaxi(customer, { pickup: cityHall, dropoff: seoulStation });
      const holder = await session('moa_taxi');
      await holder.query('begin');
      await holder.query('select from bookings where id = $1 for update', [booking?.id]);
      return () => holder.end();
    },
  },
];

const cityHall = { name: '시청', latitude: 37.5663, longitude: 126.9779 };
const seoulStation = { name: '서울역', latitude: 37.5547, longitude: 126.9707 };

/** Waits until that many jobs are in hand. */
async function untilActive(url: string, queue: string, jobs: number): Promise<void> {
  const inspector = await openJobInspector({ url, logger });
  await until(async () => ((await inspector.countsOf([queue])).get(queue)?.active ?? 0) >= jobs, { timeoutMs: 20_000 });
  await inspector.close();
}

async function provider(url: string, behaviour: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const { ok } = await fetch(`${url}/v1/behaviour`, { method: 'PUT', headers, body: JSON.stringify(behaviour) });
  if (!ok) throw new Error('The payment provider does not do as it is told.');
}
