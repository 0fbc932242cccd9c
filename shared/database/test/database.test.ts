import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { createLogger } from '@moa/telemetry';
import { freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, migrate, openDatabase } from '../src/index.ts';

const logger = createLogger('database', 'silent');

class Letters extends Migration {
  override up(): void {
    this.addSql('create table letters (id integer primary key)');
    // Long enough that the other process is already there.
    this.addSql('select pg_sleep(0.2)');
  }
}
class Stamps extends Migration {
  override up(): void {
    this.addSql('alter table letters add column stamp text');
  }
}
const Letter = defineEntity({ name: 'Letter', tableName: 'letters', properties: { id: p.integer().primary() } });
const database: Database = { entities: [Letter], migrations: [{ name: '1-letters', class: Letters }] };

describe('a database', () => {
  let home: Awaited<ReturnType<typeof freshDatabase>>;
  let sql: pg.Pool;

  beforeEach(async () => {
    home = await freshDatabase();
    sql = new pg.Pool({ connectionString: home.url, max: 2 });
    sql.on('error', () => {}); // may be cut while it ends
  });
  afterEach(async () => {
    await sql.end();
    await home.drop();
  });

  const applied = async () => (await sql.query('select name from migrations order by id')).rows.map(({ name }) => name);

  test('is migrated once by several processes at once', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(home.url, database)));
    expect(await applied()).toEqual(['1-letters']);
  });

  test('takes the next steps later', async () => {
    await migrate(home.url, database);
    await migrate(home.url, {
      ...database,
      migrations: [...database.migrations, { name: '2-stamps', class: Stamps }],
    });
    expect(await applied()).toEqual(['1-letters', '2-stamps']);
    await sql.query('select stamp from letters');
  });

  test('ends a statement that outlives the request', async () => {
    const orm = await openDatabase(home.url, database, { logger });
    await expect(orm.em.fork().execute('select pg_sleep(4)')).rejects.toThrow(/statement timeout/);
    await orm.close();
  });

  test('does not wait long for a lock', async () => {
    await migrate(home.url, database);
    const orm = await openDatabase(home.url, database, { logger });
    const holder = await sql.connect();
    await holder.query('begin; lock table letters');
    await expect(orm.em.fork().execute('select from letters')).rejects.toThrow(/lock timeout/);
    await holder.query('rollback');
    holder.release();
    await orm.close();
  });

  test('says so when all connections are busy, instead of waiting for ever', async () => {
    const orm = await openDatabase(home.url, database, { logger, poolMax: 1 });
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const busy = orm.em.fork().transactional(async (em) => {
      await em.execute('select 1');
      await released;
    });
    await until(async () => (await sessions('idle in transaction')) === 1);
    await expect(orm.em.fork().execute('select 1')).rejects.toThrow(/timeout/);
    release();
    await busy;
    await orm.close();
  });

  const sessions = async (state: string) =>
    (await sql.query('select from pg_stat_activity where datname = current_database() and state = $1', [state]))
      .rowCount;

  test('has its connection back after one that died inside a transaction', async () => {
    const orm = await openDatabase(home.url, database, { logger, poolMax: 1 });
    const { promise: killed, resolve: kill } = Promise.withResolvers<void>();
    const dying = orm.em.fork().transactional(async (em) => {
      await em.execute('select 1');
      await killed;
      await em.execute('select 2');
    });
    await until(async () => (await sessions('idle in transaction')) === 1);
    await sql.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction'`,
    );
    kill();
    await expect(dying).rejects.toThrow();
    expect(await orm.em.fork().execute('select 3 as three')).toEqual([{ three: 3 }]);
    await orm.close();
  });
});
