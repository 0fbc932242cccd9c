import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bus, jobQueue, send } from '../src/index.ts';
import { type Ground, openGround } from './ground.ts';
import { chore, news, placed, take, witnessed, workAll } from './messages.ts';

describe.each(buses)('the dispatcher on $name', (kind) => {
  let ground: Ground;

  beforeEach(async () => {
    ground = await openGround(kind);
  });
  afterEach(() => ground.close());

  const allSent = () =>
    until(async () => (await ground.books.rows('select from outbox where sent_at is null')).length === 0);

  test('is one at a time: two processes hand over each row once, in order', async () => {
    const signals = await ground.bus.live.subscribe('news');
    const { bus, added } = witnessed(ground.bus);
    const outboxes = [ground.outbox({ bus }), ground.outbox({ bus })];
    await ground.books.sql.query(`insert into counter values ('order', 0)`);
    const change = (n: number) =>
      outboxes[n % 2]?.transaction(async (em) => {
        await em.execute(`update counter set n = n + 1 where id = 'order'`);
        const rows: { n: number }[] = await em.execute('select n from counter');
        await send(em, [chore(), ...rows.map((row) => news({ n: row.n }))]);
      });
    await Promise.all(Array.from({ length: 40 }, (_, n) => change(n)));
    expect(await take(signals, 40)).toEqual(Array.from({ length: 40 }, (_, n) => ({ n: n + 1 })));
    await allSent();
    expect(added).toHaveLength(40);
    expect(new Set(added).size).toBe(40);
  });

  test('hands over more than fits into one batch', async () => {
    const signals = await ground.bus.live.subscribe('news');
    const many = Array.from({ length: 450 }, (_, n) => ({ n }));
    await ground.outbox().transaction((em) => send(em, many.map(news)));
    expect(await take(signals, 450)).toEqual(many);
  });

  test('finds what another process left behind', async () => {
    const worked = workAll(ground.bus.jobs, jobQueue('order'));
    await ground.books.orm.em.fork().transactional((em) => send(em, [chore()]));
    ground.outbox();
    await until(() => worked.length === 1);
    // Committed past the outbox, so that nothing wakes it: the poll finds it.
    await ground.books.orm.em.fork().transactional((em) => send(em, [chore()]));
    await until(() => worked.length === 2);
  });

  test('tries again while the bus is down, and loses nothing', async () => {
    let failures = 2;
    const down: Bus['jobs']['add'] = async (queue, jobs) => {
      if (failures-- > 0) throw new Error('the queues are down');
      await ground.bus.jobs.add(queue, jobs);
    };
    const worked = workAll(ground.bus.jobs, jobQueue('order'));
    const outbox = ground.outbox({ bus: { ...ground.bus, jobs: { ...ground.bus.jobs, add: down } } });
    for (let n = 0; n < 5; n += 1) await outbox.transaction((em) => send(em, [chore({ n })]));
    await until(() => worked.length === 5);
    expect(worked).toEqual(['order-1', 'order-2', 'order-3', 'order-4', 'order-5']);
    expect(failures).toBeLessThan(0);
  });

  test('hands jobs over again when only the live log was down; their queue knows them', async () => {
    let failures = 2;
    const { bus, added } = witnessed(ground.bus);
    const down: Bus['live']['append'] = async (entries) => {
      if (failures-- > 0) throw new Error('the live log is down');
      await bus.live.append(entries);
    };
    const worked = workAll(ground.bus.jobs, jobQueue('order'));
    const signals = await ground.bus.live.subscribe('news');
    const outbox = ground.outbox({ bus: { ...bus, live: { ...bus.live, append: down } } });
    await outbox.transaction((em) => send(em, [chore(), news({ n: 1 })]));
    expect(await take(signals, 1)).toEqual([{ n: 1 }]);
    await allSent();
    await until(() => added.length === 3); // an attempt is over when the live log has failed, not when the queue has answered
    expect(added).toEqual(['order-jobs order-1', 'order-jobs order-1', 'order-jobs order-1']);
    await until(() => worked.length > 0);
    expect(worked).toEqual(['order-1']);
  });

  test('that dies between handing over and marking leaves its rows to the next', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { bus, added } = witnessed(ground.bus);
    const stuck: Bus = { ...bus, live: { ...bus.live, append: () => released } };
    const dying = ground.outbox({ bus: stuck });
    await dying.transaction((em) => send(em, [placed(1), news({ n: 1 })]));
    await until(() => added.length === 1);

    // What PostgreSQL sees of a SIGKILL: the session is gone. Until then it holds the lock against every other dispatcher.
    await ground.books.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction'`,
    );
    const signals = await ground.bus.live.subscribe('news');
    ground.outbox({ bus });
    expect(await take(signals, 1)).toEqual([{ n: 1 }]);
    await allSent();
    expect(added).toEqual(['pay-facts order-1', 'pay-facts order-1']);
    release();
  });

  test('finishes the batch in hand when it is closed, and begins no other', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { bus, appended } = witnessed(ground.bus);
    const slow: Bus['live']['append'] = async (entries) => {
      await bus.live.append(entries);
      await released;
    };
    const outbox = ground.outbox({ bus: { ...bus, live: { ...bus.live, append: slow } } });
    await outbox.transaction((em) => send(em, [news({ n: 1 })]));
    await until(() => appended.length === 1);
    await outbox.transaction((em) => send(em, [news({ n: 2 })]));
    let closed = false;
    const closing = outbox.close().then(() => {
      closed = true;
    });
    const rows = () => ground.books.rows('select id, sent_at is not null as sent from outbox order by id');
    expect(await rows()).toHaveLength(2);
    expect(closed).toBe(false);
    release();
    await closing;
    expect(await rows()).toEqual([
      { id: '1', sent: true },
      { id: '2', sent: false },
    ]);
  });
});
