import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jobQueue, send } from '../src/index.ts';
import { type Ground, openGround } from './ground.ts';
import { chore, completed, news, placed, take, witnessed, workAll } from './messages.ts';

describe.each(buses)('what a transaction sends over $name', (kind) => {
  let ground: Ground;

  beforeEach(async () => {
    ground = await openGround(kind);
  });
  afterEach(() => ground.close());

  test('stays unsaid when the transaction is rolled back', async () => {
    const { bus, added, appended } = witnessed(ground.bus);
    const outbox = ground.outbox({ bus });
    const failing = outbox.transaction(async (em) => {
      await send(em, [placed(1), chore(), news({ from: 'rolled back' })]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await outbox.transaction((em) => send(em, [chore(), news({ from: 'committed' })]));
    await until(() => appended.length > 0 && added.length > 0);
    expect(appended).toEqual([{ from: 'committed' }]);
    expect(added).toEqual(['order-jobs order-4']);
  });

  test('goes out once, each message to its own place, when it has committed', async () => {
    const { bus, added } = witnessed(ground.bus);
    const signals = await ground.bus.live.subscribe('news');
    const outbox = ground.outbox({ bus });
    const result = await outbox.transaction(async (em) => {
      await send(em, [placed(1), chore(), news({ n: 1 }), completed(1)]);
      return 'the result of the work';
    });
    expect(result).toBe('the result of the work');
    expect(await take(signals, 1)).toEqual([{ n: 1 }]);
    // Fact 1 to pay, job 2 to ourselves, live entry 3 to no queue, and fact 4 to notification.
    await until(() => added.length === 3);
    expect(added.toSorted()).toEqual(['notification-facts order-4', 'order-jobs order-2', 'pay-facts order-1']);
    await until(async () => (await ground.books.rows('select from outbox where sent_at is null')).length === 0);
    const settled = await ground.books.rows('select id from outbox where proven_at is not null order by id');
    expect(settled).toEqual([{ id: '3' }]);
  });

  test('leaves nothing for an empty list', async () => {
    await ground.outbox().transaction((em) => send(em, []));
    expect(await ground.books.rows('select from outbox')).toEqual([]);
  });

  test('arrives in the order of the aggregate, from twenty transactions at once', async () => {
    const signals = await ground.bus.live.subscribe('news');
    await ground.books.sql.query(`insert into counter values ('order', 0)`);
    const outbox = ground.outbox();
    const change = () =>
      outbox.transaction(async (em) => {
        const rows: { n: number }[] = await em.execute(`update counter set n = n + 1 where id = 'order' returning n`);
        await send(
          em,
          rows.map(({ n }) => news({ n })),
        );
      });
    await Promise.all(Array.from({ length: 20 }, change));
    expect(await take(signals, 20)).toEqual(Array.from({ length: 20 }, (_, n) => ({ n: n + 1 })));
  });

  test('arrives as it was, whatever text it holds', async () => {
    const payload = { text: `'; drop table outbox; -- ? ?? $1 :name \\ " 비빔밥 🍚\n`, nested: [{ none: null }, 0.5] };
    const signals = await ground.bus.live.subscribe('news');
    const seen: unknown[] = [];
    ground.bus.jobs.work(jobQueue('order'), async ({ data }) => void seen.push(data));
    await ground.outbox().transaction((em) => send(em, [news(payload), chore(payload)]));
    expect(await take(signals, 1)).toEqual([payload]);
    await until(() => seen.length === 1);
    expect(seen).toEqual([payload]);
  });

  test('waits in its queue for as long as the job asks', async () => {
    const worked = workAll(ground.bus.jobs, jobQueue('order'));
    await ground.outbox().transaction((em) => send(em, [chore({}, 86_400_000), chore({}, 300), chore()]));
    await until(() => worked.length === 2);
    expect(worked).toEqual(['order-3', 'order-2']);
    expect((await ground.bus.jobs.stateOf(jobQueue('order'), ['order-1'])).get('order-1')).toBe('open');
  });

  test('waits no second time when it is handed over late', async () => {
    const worked = workAll(ground.bus.jobs, jobQueue('order'));
    await ground.books.sql.query(
      `insert into outbox (kind, topic, payload, delay_ms, created_at)
       values ('job', 'chore', '{}', 86400000, now() - interval '1 day')`,
    );
    ground.outbox();
    await until(() => worked.length === 1);
  });
});
