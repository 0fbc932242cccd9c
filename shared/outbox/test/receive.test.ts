import type { EntityManager } from '@mikro-orm/postgresql';
import type { Subscriber } from '@moa/contracts';
import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FactHandlers, factQueue, jobQueue, receivedAt, receiveFacts, send, workJobs } from '../src/index.ts';
import { type Ground, openGround } from './ground.ts';
import { chore, completed, heedless, paid, placed } from './messages.ts';
import { wipe } from './wipe.ts';

const factOf = (message: ReturnType<typeof placed>) => (message.kind === 'fact' ? message.fact : undefined);

describe.each(buses)('receiving over $name', (kind) => {
  let ground: Ground;

  beforeEach(async () => {
    ground = await openGround(kind);
  });
  afterEach(() => ground.close());

  const receive = (onPlaced: FactHandlers<'pay'>['OrderPlaced']) =>
    receiveFacts(
      'pay',
      { jobs: ground.bus.jobs, outbox: ground.outbox({ publisher: 'pay' }) },
      { ...heedless.pay, OrderPlaced: onPlaced },
    );
  const count: FactHandlers<'pay'>['OrderPlaced'] = async (em, { orderId }) => {
    await em.execute(`insert into counter values (?, 1) on conflict (id) do update set n = counter.n + 1`, [orderId]);
  };
  const effects = () => ground.books.rows<{ n: number }>('select n from counter');
  const deliver = (id: string, data: unknown) => ground.bus.jobs.add(factQueue('pay'), [{ id, name: 'fact', data }]);
  const settled = (id: string) =>
    until(async () => (await ground.bus.jobs.stateOf(factQueue('pay'), [id])).get(id) === 'done');

  test('a second delivery of a message does nothing', async () => {
    receive(count);
    await deliver('order-1', factOf(placed(1)));
    await settled('order-1');
    await wipe(ground.url);
    await deliver('order-1', factOf(placed(1)));
    await settled('order-1');
    expect(await effects()).toEqual([{ n: 1 }]);
  });

  test('a handler that throws leaves neither its effect nor the note, and is asked again', async () => {
    let attempts = 0;
    let notesWhileFailed: unknown;
    receive(async (em, fact) => {
      if (attempts === 1) notesWhileFailed = await ground.books.rows('select from inbox');
      await count(em, fact);
      await send(em, [chore({ from: 'the handler' })]);
      attempts += 1;
      if (attempts === 1) throw new Error('not yet');
    });
    await deliver('order-1', factOf(placed(1)));
    await settled('order-1');
    expect(attempts).toBe(2);
    expect(notesWhileFailed).toEqual([]);
    expect(await effects()).toEqual([{ n: 1 }]);
    expect(await ground.books.rows('select message_id from inbox')).toEqual([{ message_id: 'order-1' }]);
    expect(await ground.books.rows('select topic from outbox')).toEqual([{ topic: 'chore' }]);
  });

  test('a fact that is none of its business is put aside', async () => {
    receive(count);
    await deliver('order-1', factOf(completed(1)));
    await settled('order-1');
    expect(await ground.books.rows('select from inbox')).toEqual([]);
  });

  test('a subgraph and its view hear the same fact in one database: each does its work, once', async () => {
    const { jobs } = ground.bus;
    const outbox = ground.outbox({ publisher: 'pay' });
    const tally = (who: string) => async (em: EntityManager) => {
      await em.execute(`insert into counter values (?, 1) on conflict (id) do update set n = counter.n + 1`, [who]);
    };
    receiveFacts('taxi', { jobs, outbox }, { ...heedless.taxi, RidePaid: tally('taxi') });
    receiveFacts('ride-history', { jobs, outbox }, { ...heedless['ride-history'], RidePaid: tally('ride-history') });
    await outbox.transaction((em) => send(em, [paid]));
    const queues = [factQueue('taxi'), factQueue('ride-history')];
    const heard = () =>
      until(async () => {
        const states = await Promise.all(
          queues.map(async (queue) => (await jobs.stateOf(queue, ['pay-1'])).get('pay-1')),
        );
        return states.every((state) => state === 'done');
      });
    await heard();
    await wipe(ground.url);
    for (const queue of queues) await jobs.add(queue, [{ id: 'pay-1', name: 'RidePaid', data: factOf(paid) }]);
    await heard();
    expect(await ground.books.rows('select * from counter order by id')).toEqual([
      { id: 'ride-history', n: 1 },
      { id: 'taxi', n: 1 },
    ]);
    expect(await ground.books.rows('select message_id from inbox order by message_id')).toEqual([
      { message_id: 'pay-1' },
      { message_id: 'ride-history:pay-1' },
    ]);
    const noted = (who: Subscriber, id: string) => receivedAt(ground.books.orm.em.fork(), who, id);
    expect(await noted('taxi', 'pay-1')).toBeInstanceOf(Date);
    expect(Number(await noted('ride-history', 'pay-1'))).toBeGreaterThan(Date.now() - 60_000);
    expect(await noted('taxi', 'pay-2')).toBeUndefined();
  });

  test('what is no fact that this version knows stays in the queue until one does', async () => {
    const { promise: asked, resolve: note } = Promise.withResolvers<void>();
    const { jobs } = ground.bus;
    const watched = {
      ...jobs,
      work: (queue: string, handler: Parameters<typeof jobs.work>[1]) =>
        jobs.work(queue, (job) => handler(job).finally(note)),
    };
    receiveFacts(
      'pay',
      { jobs: watched, outbox: ground.outbox({ publisher: 'pay' }) },
      { ...heedless.pay, OrderPlaced: count },
    );
    await deliver('order-1', { type: 'OrderTeleported', version: 1 });
    await asked;
    expect((await jobs.stateOf(factQueue('pay'), ['order-1'])).get('order-1')).toBe('open');
  });

  test('jobs reach the worker of their name; one without a worker waits for it', async () => {
    const seen: unknown[] = [];
    const { jobs } = ground.bus;
    workJobs('order', jobs, { chore: async (data) => void seen.push(data) });
    await jobs.add(jobQueue('order'), [{ id: 'order-7', name: 'toString', data: {} }]);
    await ground.outbox().transaction((em) => send(em, [chore({ n: 1 })]));
    await until(() => seen.length === 1);
    expect(seen).toEqual([{ n: 1 }]);
    expect((await jobs.stateOf(jobQueue('order'), ['order-7'])).get('order-7')).toBe('open');
  });
});
