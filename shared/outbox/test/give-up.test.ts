import { type JobInspector, type Jobs, openJobInspector, UnrecoverableError } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factQueue, giveUp, jobQueue, originOf, ownerOf, type QueueOwner, send } from '../src/index.ts';
import { type Ground, openGround } from './ground.ts';
import { cancelled, chore, witnessed } from './messages.ts';
import { wipe } from './wipe.ts';

const logger = createLogger('outbox', 'silent');

describe.each(buses)('what failed for good over $name', (kind) => {
  let ground: Ground;
  let inspector: JobInspector;

  beforeEach(async () => {
    ground = await openGround(kind);
    inspector = await openJobInspector({ url: ground.url, logger });
  });
  afterEach(async () => {
    await inspector.close();
    await ground.close();
  });

  const stateOf = async (queue: string) => (await ground.bus.jobs.stateOf(queue, ['order-1'])).get('order-1');
  const unproven = () => ground.books.rows('select from outbox where proven_at is null');
  const sent = () =>
    until(async () => (await ground.books.rows('select from outbox where sent_at is null')).length === 0);
  const first = { publisher: 'order', rowId: '1' } as const;
  const because = { by: 'mina', reason: 'no more' };
  const discard = (queue: string) => inspector.discard(queue, 'order-1', because);
  const discardAndGiveUp = (queue: string, forget = () => discard(queue)) =>
    giveUp(ground.books.orm.em.fork(), first, queue, forget);
  /** Refuses the first job of a queue. */
  const refuse = async (queue: string) => {
    const worker = ground.bus.jobs.work(queue, async () => {
      throw new UnrecoverableError('no');
    });
    await until(async () => (await stateOf(queue)) === 'failed');
    await worker.close();
  };

  test('and was discarded is not handed over again, not even to a queue that forgot everything', async () => {
    const { bus, added } = witnessed(ground.bus);
    const outbox = ground.outbox({ bus });
    await outbox.transaction((em) => send(em, [chore()]));
    await sent();
    await refuse(jobQueue('order'));
    expect(await discardAndGiveUp(jobQueue('order'))).toBe('discarded');
    expect(await outbox.prove(0)).toBe(0);
    expect(await unproven()).toEqual([]);
    expect(added).toHaveLength(1);
  });

  test('and was discarded for one receiver still goes to the others, whatever their queues forget', async () => {
    const outbox = ground.outbox();
    await outbox.transaction((em) => send(em, [cancelled(1)]));
    await sent();
    await refuse(factQueue('notification'));
    await discardAndGiveUp(factQueue('notification'));
    expect(await discardAndGiveUp(factQueue('notification'))).toBe('unknown'); // once more does no harm
    await refuse(factQueue('pay'));
    await discard(factQueue('pay')); // as if the queue had forgotten it
    expect(await outbox.prove(0)).toBe(1);
    await until(async () => (await stateOf(factQueue('pay'))) === 'open');
    expect(await stateOf(factQueue('notification'))).toBe('unknown');
  });

  test.each(['stateOf', 'add'] as const)(
    'is discarded for good while a look at the queue is under way (%s)',
    async (verb) => {
      const sending = ground.outbox();
      await sending.transaction((em) => send(em, [chore()]));
      await sent();
      await sending.close();
      await refuse(jobQueue('order'));
      let isDiscarded = false;
      const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
      const waiting = () =>
        ground.books.rows(
          `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
      const held = async () => {
        reach();
        await until(async () => isDiscarded || (await waiting()).length > 0);
      };
      const { jobs } = ground.bus;
      const slow: Jobs = {
        ...jobs,
        stateOf: (queue, ids) => held().then(() => jobs.stateOf(queue, ids)),
        add: (queue, batch) => held().then(() => jobs.add(queue, batch)),
      };
      if (verb === 'add') await ground.books.sql.query('update outbox set sent_at = null'); // as for a queue beside it that lost it
      const outbox = ground.outbox({ bus: { ...ground.bus, jobs: slow }, pollMs: 3_600_000 });
      const proof = verb === 'stateOf' ? outbox.prove(0) : undefined;
      await reached;
      await discardAndGiveUp(jobQueue('order'));
      isDiscarded = true;
      await proof;
      await outbox.close();
      expect(await ground.outbox().prove(0)).toBe(0);
      expect(await unproven()).toEqual([]);
      expect(await stateOf(jobQueue('order'))).toBe('unknown');
    },
  );

  const putBack = async () => (await inspector.retry(jobQueue('order'), ['order-1'])).get('order-1');

  /** What became of it, once the outbox has looked: whether the queue has it, and whether the outbox still looks after it. */
  const ending = async () => {
    await ground.outbox().prove(0);
    await sent();
    return { queue: await stateOf(jobQueue('order')), isOwned: (await unproven()).length > 0 };
  };
  const open = { queue: 'open', isOwned: true };
  const gone = { queue: 'unknown', isOwned: false };

  test.each<[string, Record<string, () => Promise<unknown>>, object]>([
    ['put back right before it is discarded', { before: putBack }, open],
    ['put back right after that', { after: putBack }, gone],
    ['to be discarded by somebody who dies right before that', { before: die }, { queue: 'failed', isOwned: true }],
    ['to be discarded by somebody who dies right after that', { after: die }, open],
  ])('and is %s is either there and looked after, or gone and given up', async (_when, { before, after }, expected) => {
    await ground.outbox().transaction((em) => send(em, [chore()]));
    await sent();
    await refuse(jobQueue('order'));
    const given = discardAndGiveUp(jobQueue('order'), async () => {
      await before?.();
      const outcome = await discard(jobQueue('order'));
      await after?.();
      return outcome;
    });
    await given.catch((error: unknown) => expect(error).toBe(death));
    expect(await ending()).toEqual(expected);
  });

  test('and is put back and discarded at one moment is there and looked after, or gone and given up', async () => {
    for (let round = 0; round < 10; round += 1) {
      await ground.books.sql.query('truncate outbox restart identity');
      await wipe(ground.url);
      await ground.outbox().transaction((em) => send(em, [chore()]));
      await sent();
      await refuse(jobQueue('order'));
      const [outcome, back] = await Promise.all([discardAndGiveUp(jobQueue('order')), putBack()]);
      expect((outcome === 'discarded') !== (back === 'retried')).toBe(true);
      expect(await ending()).toEqual(back === 'retried' ? open : gone);
    }
  });

  test('can be put back when its row has long been swept', async () => {
    await ground.outbox().transaction((em) => send(em, [chore({ n: 1 })]));
    await sent();
    await refuse(jobQueue('order'));
    await ground.books.sql.query('delete from outbox');
    expect((await inspector.retry(jobQueue('order'), ['order-1'])).get('order-1')).toBe('retried');
    const seen: unknown[] = [];
    ground.bus.jobs.work(jobQueue('order'), async ({ data }) => void seen.push(data));
    await until(() => seen.length === 1);
    expect(seen).toEqual([{ n: 1 }]);
  });
});

const death = new Error('killed');
/** What a process leaves undone that is killed there: PostgreSQL takes back what it had not committed. */
async function die(): Promise<never> {
  throw death;
}

test.each<[string, QueueOwner | undefined]>([
  ['pay-facts', { kind: 'facts', subscriber: 'pay' }],
  ['ride-history-facts', { kind: 'facts', subscriber: 'ride-history' }],
  ['pay-jobs', { kind: 'jobs', subgraph: 'pay' }],
  ['ride-history-jobs', undefined],
  ['letters', undefined],
])('the queue %s has its owner', (queue, owner) => {
  expect(ownerOf(queue)).toEqual(owner);
});

test.each([
  ['order-42', { publisher: 'order', rowId: '42' }],
  ['order-', undefined],
  ['order-4-2', undefined],
  ['order-x', undefined],
  ['letters-1', undefined],
])('the id %s has its row', (id, origin) => {
  expect(originOf(id)).toEqual(origin);
});
