import { metrics } from '@moa/telemetry';
import type { Pool } from 'pg';

/** Shows how many connections of a pool are taken, and who waits for one. */
export function watchPool(pool: Pool, database: string): void {
  metrics()?.collect({
    name: 'database_pool',
    labels: { database },
    gauges: {
      database_pool_connections: 'Connections of this process to its database, in use or idle.',
      database_pool_waiting: 'Operations that wait for a connection.',
      database_pool_limit: 'How many connections there may be.',
    },
    read: () => [
      { gauge: 'database_pool_connections', labels: { state: 'in_use' }, value: pool.totalCount - pool.idleCount },
      { gauge: 'database_pool_connections', labels: { state: 'idle' }, value: pool.idleCount },
      { gauge: 'database_pool_waiting', value: pool.waitingCount },
      { gauge: 'database_pool_limit', value: pool.options.max },
    ],
  });
}
