import { currentTrace, inTrace, type Trace } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiveFacts, send, workJobs } from '../src/index.ts';
import { type Ground, openGround } from './ground.ts';
import { chore, heedless, placed } from './messages.ts';
import { wipe } from './wipe.ts';

const trace: Trace = {
  requestId: 'request-1',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

describe.each(buses)('a trace over $name', (kind) => {
  let ground: Ground;
  beforeEach(async () => {
    ground = await openGround(kind);
  });
  afterEach(() => ground.close());

  test('goes on in the jobs, facts and live entries that its work has sent, and in what those send', async () => {
    const { jobs, live } = ground.bus;
    const outbox = ground.outbox();
    const seen: Record<string, Trace | undefined> = {};
    const signals = await live.subscribe('order:1');
    receiveFacts(
      'pay',
      { jobs, outbox },
      {
        ...heedless.pay,
        OrderPlaced: async (em) => {
          seen.fact = currentTrace();
          await send(em, [chore({}, 20)]);
        },
      },
    );
    workJobs('order', jobs, {
      chore: async () => {
        seen.job = currentTrace();
        await outbox.transaction((em) => send(em, [{ kind: 'live', channel: 'order:1', payload: { n: 1 } }]));
      },
    });
    await inTrace(trace, () => outbox.transaction((em) => send(em, [placed(1)])));
    expect((await signals.next()).value).toEqual({ kind: 'entry', payload: { n: 1 }, trace });
    expect(seen).toEqual({ fact: trace, job: trace });
  });

  test('is nobody’s where the work had none, nor in rows that an older version has written', async () => {
    const outbox = ground.outbox();
    const seen: (Trace | undefined)[] = [];
    workJobs('order', ground.bus.jobs, { chore: async () => void seen.push(currentTrace()) });
    const signals = await ground.bus.live.subscribe('news');
    await outbox.transaction((em) => send(em, [chore({})]));
    await until(async () => (await ground.books.rows('select from outbox where sent_at is null')).length === 0);
    const older = `insert into outbox (kind, topic, payload) values ('job', 'chore', '{}'), ('live', 'news', '{}')`;
    // Who wakes the dispatcher doesn't lend it its own trace.
    await inTrace(trace, () => outbox.transaction((em) => em.execute(older)));
    await until(() => seen.length === 2);
    expect(seen).toEqual([undefined, undefined]);
    expect((await signals.next()).value).toEqual({ kind: 'entry', payload: {} });
  });

  test('is kept when a queue has lost the message and it goes out again', async () => {
    const outbox = ground.outbox();
    await inTrace(trace, () => outbox.transaction((em) => send(em, [chore({})])));
    await until(async () => (await ground.books.rows('select from outbox where sent_at is not null')).length === 1);
    await wipe(ground.url);
    expect(await outbox.prove(0)).toBe(1);
    const seen: (Trace | undefined)[] = [];
    workJobs('order', ground.bus.jobs, { chore: async () => void seen.push(currentTrace()) });
    await until(() => seen.length === 1);
    expect(seen).toEqual([trace]);
  });
});
