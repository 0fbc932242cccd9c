import { UnrecoverableError } from '@moa/jobs';
import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { factQueue, jobQueue, receiveFacts, send } from '../src/index.ts';
import { type Books, type Ground, openBooks, openGround } from './ground.ts';
import { cancelled, chore, heedless, placed, witnessed, workAll } from './messages.ts';
import { wipe } from './wipe.ts';

describe.each(buses)('proving what was sent over $name', (kind) => {
  let ground: Ground;
  let payBooks: Books;

  beforeEach(async () => {
    ground = await openGround(kind);
    payBooks = await openBooks();
  });
  afterEach(async () => {
    await ground.close();
    await payBooks.close();
  });

  const unproven = async () =>
    (await ground.books.rows<{ id: string }>('select id from outbox where proven_at is null order by id')).map(
      ({ id }) => id,
    );
  const sent = (count: number) =>
    until(async () => (await ground.books.rows('select from outbox where sent_at is not null')).length === count);
  const stateOf = async (queue: string, id: string) => (await ground.bus.jobs.stateOf(queue, [id])).get(id);

  /** Pay, which counts the orders that it heard of. */
  const openPay = () => {
    const outbox = ground.outbox({ orm: payBooks.orm, publisher: 'pay' });
    receiveFacts(
      'pay',
      { jobs: ground.bus.jobs, outbox },
      {
        ...heedless.pay,
        OrderPlaced: async (em, { orderId }) => {
          await em.execute(`insert into counter values (?, 1) on conflict (id) do update set n = counter.n + 1`, [
            orderId,
          ]);
        },
      },
    );
  };
  const effects = () => payBooks.rows<{ n: number }>('select n from counter');

  test('a queue that lost its memory gets its jobs again', async () => {
    const outbox = ground.outbox();
    await outbox.transaction((em) => send(em, [placed(1), placed(2)]));
    await sent(2);
    await wipe(ground.url);
    expect(await stateOf(factQueue('pay'), 'order-1')).toBe('unknown');
    expect(await outbox.prove(0)).toBe(2);
    openPay();
    await until(async () => (await effects()).length === 2);
    expect(await effects()).toEqual([{ n: 1 }, { n: 1 }]);
  });

  test('one that forgot what was done already is harmless: the effect happens once', async () => {
    const outbox = ground.outbox();
    openPay();
    // A job may be done before the dispatcher has noted that it was sent.
    const isDone = async () => {
      await until(async () => (await stateOf(factQueue('pay'), 'order-1')) === 'done');
      await sent(1);
    };
    await outbox.transaction((em) => send(em, [placed(1)]));
    await isDone();
    await wipe(ground.url);
    expect(await outbox.prove(0)).toBe(1);
    await isDone();
    expect(await effects()).toEqual([{ n: 1 }]);
    expect(await outbox.prove(0)).toBe(0);
    expect(await unproven()).toEqual([]);
  });

  test('what is open or has failed for good is neither proven nor lost; what is done is proven', async () => {
    const { bus, added } = witnessed(ground.bus);
    const outbox = ground.outbox({ bus });
    ground.bus.jobs.work(jobQueue('order'), async ({ id }) => {
      if (id === 'order-2') throw new UnrecoverableError('no');
    });
    await outbox.transaction((em) => send(em, [chore(), chore(), placed(3)]));
    await sent(3);
    await until(async () => (await stateOf(jobQueue('order'), 'order-1')) === 'done');
    await until(async () => (await stateOf(jobQueue('order'), 'order-2')) === 'failed');
    expect(await outbox.prove(0)).toBe(0);
    expect(await unproven()).toEqual(['2', '3']);
    expect(added).toHaveLength(3);
  });

  test('a queue that lost its memory gets its dead letters again, to be tried anew', async () => {
    const outbox = ground.outbox();
    let isMended = false;
    ground.bus.jobs.work(jobQueue('order'), async () => {
      if (!isMended) throw new UnrecoverableError('no');
    });
    await outbox.transaction((em) => send(em, [chore()]));
    await sent(1);
    await until(async () => (await stateOf(jobQueue('order'), 'order-1')) === 'failed');
    expect(await outbox.prove(0)).toBe(0);
    isMended = true;
    await wipe(ground.url);
    await until(async () => (await outbox.prove(0)) === 1); // a letter so young rests for a moment
    await until(async () => (await stateOf(jobQueue('order'), 'order-1')) === 'done');
  });

  test('the older a dead letter is, the more rarely it is asked about, every ten minutes at the least', async () => {
    const outbox = ground.outbox();
    await outbox.transaction((em) => send(em, [chore(), chore(), chore()]));
    await sent(3);
    const worker = ground.bus.jobs.work(jobQueue('order'), async () => {
      throw new UnrecoverableError('no');
    });
    await until(async () => (await stateOf(jobQueue('order'), 'order-3')) === 'failed');
    await worker.close();
    await ground.books.sql.query(
      `update outbox set created_at = now() - case id when 1 then interval '1 year' else interval '50 minutes' end where id < 3`,
    );
    expect(await outbox.prove(0)).toBe(0);
    const rests = await ground.books.rows<{ seconds: number }>(
      'select round(extract(epoch from sent_at - now()))::integer as seconds from outbox order by id',
    );
    expect(rests).toEqual([{ seconds: 600 }, { seconds: 300 }, { seconds: expect.closeTo(0, 0) }]);
    await wipe(ground.url);
    await until(async () => (await outbox.prove(0)) === 1);
    await ground.books.sql.query(`update outbox set sent_at = sent_at - interval '10 minutes' where id < 3`); // as time does
    expect(await outbox.prove(0)).toBe(2);
  });

  test('who has worked it off is asked and told no more, however long another is absent', async () => {
    const { bus, added } = witnessed(ground.bus);
    const outbox = ground.outbox({ bus });
    openPay(); // pay and notification hear of a cancelled order; notification is away
    await outbox.transaction((em) => send(em, [cancelled(1)]));
    await until(async () => (await stateOf(factQueue('pay'), 'order-1')) === 'done');
    await sent(1);
    expect(await outbox.prove(0)).toBe(0);
    await wipe(ground.url, factQueue('pay')); // as it forgets in time what is done
    expect(await outbox.prove(0)).toBe(0);
    expect(await unproven()).toEqual(['1']);

    await wipe(ground.url, factQueue('notification'));
    expect(await outbox.prove(0)).toBe(1);
    await until(async () => (await stateOf(factQueue('notification'), 'order-1')) === 'open');
    expect(await stateOf(factQueue('pay'), 'order-1')).toBe('unknown');
    expect(added.filter((job) => job.startsWith(factQueue('pay')))).toHaveLength(1);

    workAll(ground.bus.jobs, factQueue('notification'));
    await until(async () => (await stateOf(factQueue('notification'), 'order-1')) === 'done');
    await sent(1);
    expect(await outbox.prove(0)).toBe(0);
    expect(await unproven()).toEqual([]);
  });

  test('what has no queue left that must work it off is proven', async () => {
    const outbox = ground.outbox();
    await outbox.transaction((em) => send(em, [chore()]));
    await sent(1);
    // As when its dead letter was given up while it was to go out again, or its last subscriber was taken away.
    await ground.books.sql.query(`update outbox set proven_queues = array['order-jobs']`);
    expect(await outbox.prove(0)).toBe(0);
    expect(await unproven()).toEqual([]);
  });

  test('a fact of a newer version is left to that one, not taken for one that nobody hears of', async () => {
    const outbox = ground.outbox();
    await ground.books.sql.query(`insert into outbox (kind, topic, payload) values ('fact', 'OrderFramed', '{}')`);
    await sent(1);
    expect(await outbox.prove(0)).toBe(0);
    expect(await unproven()).toEqual(['1']);
  });

  test('only what was sent long enough ago is asked about, a delayed job not before it is due', async () => {
    const outbox = ground.outbox();
    await outbox.transaction((em) => send(em, [chore(), chore({}, 60_000)]));
    await sent(2);
    await wipe(ground.url);
    expect(await outbox.prove(60_000)).toBe(0);
    expect(await outbox.prove(0)).toBe(1);
    await ground.books.sql.query(`update outbox set sent_at = sent_at - interval '1 minute' where id = 2`);
    expect(await outbox.prove(0)).toBe(1);
  });

  test('a lost message is found behind a thousand that wait for an absent receiver', async () => {
    const outbox = ground.outbox();
    await outbox.transaction((em) =>
      send(
        em,
        Array.from({ length: 1_001 }, () => chore()),
      ),
    );
    await outbox.transaction((em) => send(em, [placed(1)]));
    await sent(1_002);
    await wipe(ground.url, factQueue('pay'));
    expect(await outbox.prove(0)).toBe(1);
    const worked = workAll(ground.bus.jobs, factQueue('pay'));
    await until(() => worked.length === 1);
  });

  test('runs by itself', async () => {
    const outbox = ground.outbox({ proveMs: 50 });
    await outbox.transaction((em) => send(em, [placed(1)]));
    await sent(1);
    await wipe(ground.url);
    openPay();
    await until(async () => (await effects()).length === 1);
    await until(async () => (await unproven()).length === 0);
  });
});
