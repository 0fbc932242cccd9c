import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from '@moa/telemetry';
import type { Pool } from 'pg';
import { releaseDeadConnections } from './pool.ts';
import { watchPool } from './pool-metrics.ts';

/** A subgraph's tables: what MikroORM maps, and the steps that made them, oldest first. */
export type Database = {
  readonly entities: readonly EntitySchema[];
  readonly migrations: NonNullable<NonNullable<Parameters<typeof defineConfig>[0]['migrations']>['migrationsList']>;
};

/** No statement of a request may outlive the request: 2.5 s for a statement, 1 s for a lock. */
const requestLimits = '-c statement_timeout=2500 -c lock_timeout=1000 -c idle_in_transaction_session_timeout=15000';
/** Nor may it wait longer than that for a connection. */
const connectionTimeoutMillis = 2_500;

/** Opens the database for serving. `poolMax` counts connections. */
export async function openDatabase(
  url: string,
  { entities }: Database,
  { logger, poolMax = 10 }: { readonly logger: Logger; readonly poolMax?: number },
): Promise<MikroORM> {
  return MikroORM.init(
    defineConfig({
      clientUrl: url,
      entities: [...entities],
      discovery: { warnWhenNoEntities: false },
      pool: { min: 0, max: poolMax },
      driverOptions: {
        options: requestLimits,
        keepAlive: true,
        connectionTimeoutMillis,
        onPoolCreated: (pool: Pool) => {
          releaseDeadConnections(pool);
          watchPool(pool, new URL(url).pathname.slice(1));
        },
      },
      forceUtcTimezone: true,
      logger: (message) => logger.debug(message),
    }),
  );
}

/** Brings the tables up to date. Safe when several processes do it at once: the second waits, then finds nothing to do. */
export async function migrate(url: string, { migrations }: Database): Promise<void> {
  const orm = await MikroORM.init(
    defineConfig({
      clientUrl: url,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      extensions: [Migrator],
      migrations: { migrationsList: [...migrations], tableName: 'migrations', snapshot: false },
      pool: { min: 0, max: 2 },
      logger: () => undefined,
    }),
  );
  try {
    await orm.em.transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtext('migrate'))`);
      await orm.migrator.up();
    });
  } finally {
    await orm.close();
  }
}
