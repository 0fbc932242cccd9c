import type { EntityManager } from '@mikro-orm/postgresql';
import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { send } from '../src/index.ts';
import { findUnproven } from '../src/unproven.ts';
import { type Ground, openGround } from './ground.ts';
import { chore } from './messages.ts';

/** What PostgreSQL did to answer a statement. */
async function explained(ask: (em: EntityManager) => Promise<unknown>, em: EntityManager): Promise<string> {
  const execute = (text: string, values: unknown[]) => em.execute(`explain (analyze) ${text}`, values);
  // Of the entity manager `ask` uses no more.
  const lines = (await ask({ execute } as unknown as EntityManager)) as { 'QUERY PLAN': string }[];
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

/** What happens to the tables does not depend on the bus. */
const [kind] = buses;

describe('the tables of the outbox', () => {
  let ground: Ground;

  beforeEach(async () => {
    if (!kind) throw new Error('There is no bus to test on.');
    ground = await openGround(kind);
  });
  afterEach(() => ground.close());

  /** Rows that were proven some time ago, and received ids. */
  const history = (count: number, days: number) =>
    ground.books.sql.query(`
      insert into outbox (kind, topic, payload, sent_at, proven_at)
        select 'job', 'chore', '{}', now() - interval '${days} days', now() - interval '${days} days'
        from generate_series(1, ${count});
      insert into inbox select '${days}-' || n, now() - interval '${days} days' from generate_series(1, ${count}) n`);

  test('are swept of what can’t come back, and of nothing else', async () => {
    await history(10_001, 8);
    await history(1, 2);
    await history(1, 0);
    await ground.books.sql.query(
      `insert into outbox (kind, topic, payload, sent_at) values ('job', 'chore', '{}', now() - interval '9 days')`,
    );
    await ground.outbox({ pollMs: 3_600_000 }).sweep();
    expect(await ground.books.rows('select proven_at is null as unproven from outbox order by id')).toEqual([
      { unproven: false },
      { unproven: true },
    ]);
    expect(await ground.books.rows('select message_id from inbox order by 1')).toEqual([
      { message_id: '0-1' },
      { message_id: '2-1' },
    ]);
  });

  test('are read through the small indexes, however much was sent before', async () => {
    await history(100_000, 0);
    await ground.books.sql.query('analyze outbox; analyze inbox; select pg_stat_reset()');
    const outbox = ground.outbox();
    await outbox.transaction((em) => send(em, [chore(), chore()]));
    await until(async () => (await ground.books.rows('select from outbox where sent_at is null')).length === 0);
    await outbox.prove(0);
    await outbox.sweep();
    await outbox.close();
    // A session's counts are written when it ends.
    await ground.books.orm.close();
    const used = await until(async () => {
      const rows = await ground.books.rows<{ index: string; scans: number }>(
        `select indexrelname as index, idx_scan::integer as scans from pg_stat_user_indexes
         where relname in ('outbox', 'inbox') and idx_scan > 0 order by 1`,
      );
      return rows.some(({ index }) => index === 'inbox_received') && rows.map(({ index }) => index);
    });
    expect(used).toEqual(['inbox_received', 'outbox_pkey', 'outbox_proven', 'outbox_unproven', 'outbox_unsent']);
    expect(await ground.books.rows(`select relname from pg_stat_user_tables where seq_scan > 0`)).toEqual([]);
  });

  test('a hundred thousand dead letters that rest cost a look at the others nothing', async () => {
    await ground.books.sql.query(`
      insert into outbox (kind, topic, payload, sent_at)
        select 'job', 'chore', '{}', now() + n * interval '1 second' from generate_series(1, 100000) n;
      insert into outbox (kind, topic, payload, sent_at) values ('job', 'chore', '{}', now() - interval '1 hour');
      analyze outbox`);
    const plan = await explained((em) => findUnproven(em, { olderThanMs: 5_000 }), ground.books.orm.em.fork());
    expect(plan).toMatch(/Index Scan using outbox_unproven .*actual [^)]*rows=1[. ]/);
    expect(plan).not.toContain('Rows Removed');
  });
});
