import { randomUUIDv7 } from 'node:crypto';
import { migrate } from '@moa/database';
import { openJobs } from '@moa/jobs';
import { openLive } from '@moa/live';
import { factQueue } from '@moa/outbox';
import { createLogger } from '@moa/telemetry';
import { type Bus, buses, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { database, openNotification } from '../src/index.ts';

const logger = createLogger('test', 'silent');
const many = 5_000;
const patience = { timeoutMs: 40_000 };

/** A database with somebody whom many follow, and a subgraph that can be closed and opened again. */
async function openTown(kind: Bus) {
  const books = await freshDatabase({ name: 'notification', migrate: (url) => migrate(url, database) });
  const bus = await kind.open();
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye
  const [ownerId, planId] = [randomUUIDv7(), randomUUIDv7()];
  await sql.query(
    `insert into followers (followee_id, follower_id, pair_version, following)
     select $1, gen_random_uuid(), 1, true from generate_series(1, $2::integer)`,
    [ownerId, many],
  );
  const open = async () => {
    const [jobs, live] = [await openJobs({ url: bus.url, logger }), await openLive({ url: bus.url, logger })];
    const subgraph = await openNotification({ databaseUrl: books.url }, { bus: { jobs, live }, logger });
    return {
      share: () =>
        jobs.add(factQueue('notification'), [
          {
            id: 'plan-1',
            name: 'PlanShared',
            data: { type: 'PlanShared', version: 1, planId, ownerId, location: '제주' },
          },
        ]),
      async close() {
        await subgraph.close();
        await Promise.all([jobs.close(), live.close()]);
      },
    };
  };
  const told = async (): Promise<number> => {
    const { rows } = await sql.query<{ told: number }>('select count(*)::int as told from notifications');
    return rows[0]?.told ?? 0;
  };
  return {
    sql,
    open,
    told,
    /** Holds the mailbox of one of the followers; gives what lets it go. */
    async gateAt(place: number): Promise<() => Promise<void>> {
      const gate = await sql.connect();
      await gate.query('begin');
      await gate.query(
        'insert into recipients (id) select follower_id from followers order by since offset $1 limit 1',
        [place],
      );
      return async () => {
        await gate.query('commit');
        gate.release();
      };
    },
    handedOver: () =>
      until(async () => (await sql.query('select from outbox where sent_at is null')).rowCount === 0, patience),
    /** Everybody once, with everything that belongs to it. */
    async check() {
      const { rows } = await sql.query(
        `select count(*)::int as told, count(distinct recipient_id)::int as recipients, sum(number)::int as numbers,
           (select sum(unread_count)::int from recipients) as unread,
           (select count(*)::int from outbox where kind = 'live') as live,
           (select count(distinct topic)::int from outbox where kind = 'live') as channels
         from notifications`,
      );
      expect(rows).toEqual([{ told: many, recipients: many, numbers: many, unread: many, live: many, channels: many }]);
    },
    async close() {
      await sql.end();
      await bus.close();
      await books.drop();
    },
  };
}

describe.each(buses)('telling many on $name', { timeout: 120_000 }, (kind) => {
  test('goes on where it was when the process is closed and opened again (P9)', async () => {
    const town = await openTown(kind);
    let process = await town.open();
    await process.share();
    for (let before = 0; before < many; ) {
      const known = before;
      before = await until(async () => {
        const now = await town.told();
        return now > known && now;
      }, patience);
      await process.close();
      process = await town.open();
    }
    await town.handedOver();
    await town.check();
    await process.close();
    await town.close();
  });

  test('goes on when its connection to the database is cut in the middle of a step', async () => {
    const town = await openTown(kind);
    const process = await town.open();
    const openGate = await town.gateAt(2_500);
    await process.share();
    for (let cuts = 0; cuts < 3; cuts += 1) {
      await until(async () => {
        const { rows } = await town.sql.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like '%with draft%'`,
        );
        return rows.length > 0;
      }, patience);
    }
    expect(await town.told()).toBe(2_000);
    await openGate();
    await until(async () => (await town.told()) === many, patience);
    await town.handedOver();
    await town.check();
    await process.close();
    await town.close();
  });
});
