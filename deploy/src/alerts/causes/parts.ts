import { writeFile } from 'node:fs/promises';
import { placeOrder } from '@moa/e2e';
import { type Cause, repeatedly } from '../cause.ts';

export const parts: readonly Cause[] = [
  {
    name: 'pay is killed',
    rings: ['MoaPartMissing', 'MoaTargetDown', 'MoaBreakerOpen', 'MoaErrors'],
    async begin({ customer, kill, start }) {
      await kill('pay');
      const stop = repeatedly(() => customer.ask('query Mine { me { paymentMethods { id } } }'));
      return async () => {
        await stop();
        await start('pay');
      };
    },
  },
  {
    name: 'all routers are killed',
    rings: ['MoaRouterMissing'],
    async begin({ kill, start, fileRouter }) {
      await Promise.all([kill('router'), kill('spare'), fileRouter.end()]);
      return async () => {
        await fileRouter.start();
        await start('router');
        await start('spare');
      };
    },
  },
  {
    name: 'the database does not let pay in',
    rings: ['MoaNotReady', 'MoaDatabaseAway'],
    async begin({ sql }) {
      await sql('postgres', 'alter role moa_pay nologin');
      await sql('postgres', `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'moa_pay'`);
      return () => sql('postgres', 'alter role moa_pay login');
    },
  },
  {
    name: 'a supergraph is no graph',
    rings: ['MoaSupergraphRefused'],
    async begin({ fileRouter }) {
      await writeFile(fileRouter.file, 'type Query {');
      return fileRouter.mend;
    },
  },
  {
    name: 'Redis is killed while somebody orders',
    rings: ['MoaQueuesAway', 'MoaLiveLogAway', 'MoaOutboxOld'],
    withinSeconds: 90,
    async begin({ redis, customer }) {
      await redis.kill('SIGKILL');
      await placeOrder(customer);
      return () => redis.start();
    },
  },
];
