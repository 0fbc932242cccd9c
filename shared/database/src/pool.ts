import type { Pool, PoolClient } from 'pg';

/**
 * Gives the place of a connection that dies inside a transaction back to its pool. Kysely, below MikroORM, keeps it when the
 * rollback fails as well: each restart of PostgreSQL would cost places, until every request waited for one in vain.
 */
export function releaseDeadConnections(pool: Pool): void {
  const lent = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => lent.add(client));
  pool.on('release', (_error, client) => lent.delete(client));
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      if (!lent.has(client)) return; // idle: the pool removes it by itself
      const { release } = client;
      client.release = () => undefined; // whoever holds it may still give it back
      release(error);
    });
  });
}
