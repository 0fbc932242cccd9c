import { openJobs } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { buses, freshDatabase, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readEnvironment } from '../src/config.ts';
import { discard } from '../src/jobs/discard.ts';
import { openReach } from '../src/jobs/reach.ts';
import { type Ground, openGround, refuse, runMoa } from './jobs-ground.ts';

const orderId = '00000000-0000-7000-8000-000000000001';
const placed = JSON.stringify({
  type: 'OrderPlaced',
  version: 1,
  orderId,
  customerId: orderId,
  paymentMethodId: orderId,
  total: 9_000,
  idempotencyKey: 'a secret of the client',
});
const json = (text: string): unknown => JSON.parse(text);

/** Each asks several processes. */
const timeout = 90_000;

describe.each(buses)('jobs beside a running Moa whose bus is on $name', { timeout }, (bus) => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await openGround(bus);
  });
  afterAll(() => ground.close());

  /** A fact of order that pay refused for good; gives its id. */
  const deadLetter = async (): Promise<string> => {
    const [row] = await ground.query(
      'order',
      `insert into outbox (kind, topic, payload) values ('fact', 'OrderPlaced', '${placed}') returning id`,
    );
    const id = `order-${row?.id}`;
    await until(async () => (await stateOf(id)) === 'open');
    await refuse(ground.jobs, 'pay-facts', id);
    return id;
  };
  const stateOf = async (id: string) => (await ground.jobs.stateOf('pay-facts', [id])).get(id);

  test('nothing that failed is said in words', async () => {
    expect(await ground.run('list')).toMatchObject({ code: 0, out: 'No job is failed or struggling.\n' });
    expect((await ground.run('retry', '--all')).out).toBe('No job has failed for good.\n');
  });

  test('what failed is listed and explained', async () => {
    const id = await deadLetter();
    const listed = await ground.run('list');
    expect(listed.code).toBe(0);
    expect(listed.out).toMatch(/^QUEUE +ID +NAME +STATE +SINCE +ATTEMPTS +LAST ERROR$/m);
    expect(listed.out).toMatch(
      new RegExp(`^pay-facts +${id} +OrderPlaced +failed +\\d+ s +1 +the bank knows no such card�\\[2J$`, 'm'),
    );
    expect(listed.out).toContain('pay-facts: 1 failed, 0 struggling, 0 active, 0 waiting, 0 delayed');
    expect(json((await ground.run('list', '--queue', 'pay-facts', '--json')).out)).toMatchObject({
      queues: { 'pay-facts': { failed: 1 } },
      jobs: [{ id, state: 'failed', error: 'the bank knows no such card\u001b[2J' }],
    });
    expect((await ground.run('list', '--state', 'delayed')).out).toContain('No job is delayed.');

    const inspected = await ground.run('inspect', 'pay-facts', id);
    expect(inspected.code).toBe(0);
    expect(inspected.out).toContain(`orderId ${orderId}`);
    expect(inspected.out).toContain('pay works it: it has not noted it as received.');
    expect(inspected.out).toContain('jobs-ground.ts'); // the stack
    expect(inspected.out).not.toContain('a secret of the client');
  });

  test('two who put it back at once put it back once, to be worked as if it had never been tried', async () => {
    const id = await deadLetter();
    const together = await Promise.all([ground.run('retry', 'pay-facts', id), ground.run('retry', '--all')]);
    expect(together.filter(({ out }) => out.includes(`${id}: put back.`))).toHaveLength(1);
    expect(await stateOf(id)).toBe('open');
    const again = await ground.run('retry', 'pay-facts', id);
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining('has not failed for good') });
    const worked: string[] = [];
    const worker = ground.jobs.work('pay-facts', async (job) => void worked.push(`${job.id} ${job.attempt}`));
    await until(async () => (await stateOf(id)) === 'done');
    await worker.close();
    expect(worked.filter((job) => job.startsWith(id))).toEqual([`${id} 1`]);
  });

  test('one that its receiver has noted is said to do nothing', async () => {
    const id = await deadLetter();
    await ground.query('pay', `insert into inbox (message_id) values ('${id}')`);
    expect((await ground.run('inspect', 'pay-facts', id)).out).toContain('nothing: pay noted it as received');
    expect(json((await ground.run('inspect', 'pay-facts', id, '--json')).out)).toMatchObject({
      id,
      data: { orderId, idempotencyKey: '[Redacted]' },
      replay: { kind: 'doesNothing', receiver: 'pay' },
    });
    expect(json((await ground.run('retry', 'pay-facts', id, '--json')).out)).toEqual({
      results: [{ queue: 'pay-facts', id, outcome: 'retried' }],
    });
  });

  test('a discarded one is lost for good, and its sender does not put it back', async () => {
    const id = await deadLetter();
    const asked = await ground.run('discard', 'pay-facts', id, '--reason', 'paid by hand');
    expect(asked).toMatchObject({ code: 1, out: expect.stringContaining('Add --yes') });
    expect(asked.out).toContain(`orderId ${orderId}`);
    expect(await stateOf(id)).toBe('failed');

    const done = await ground.run('discard', 'pay-facts', id, '--reason', 'paid by hand', '--by', 'mina', '--yes');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Removed for good') });
    expect(json(done.err)).toMatchObject({ queue: 'pay-facts', job: id, by: 'mina', reason: 'paid by hand' });
    // What comes after it is proven, so it has been asked about by then.
    const later = await deadLetter();
    await ground.run('retry', 'pay-facts', later);
    const worker = ground.jobs.work('pay-facts', async () => {});
    await until(
      async () =>
        (await ground.query('order', `select from outbox where 'order-' || id = '${later}' and proven_at is not null`))
          .length === 1,
      { timeoutMs: 20_000 },
    );
    await worker.close();
    expect(await stateOf(id)).toBe('unknown');
    expect(
      await ground.query('order', `select from outbox where 'order-' || id = '${id}' and proven_at is null`),
    ).toEqual([]);
    expect(await ground.run('discard', 'pay-facts', id, '--reason', 'once more', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('knows of no job'),
    });
  });

  test('one that is put back while it is being discarded stays, and its sender looks after it', async () => {
    const id = await deadLetter();
    const reach = await openReach(readEnvironment({ ...ground.variables, LOG_LEVEL: 'silent' }));
    onTestFinished(reach.close);
    const { inspector } = reach;
    const late: typeof inspector.discard = async (...job) => {
      expect((await inspector.retry('pay-facts', [id])).get(id)).toBe('retried');
      return inspector.discard(...job);
    };
    const command = { kind: 'discard', queue: 'pay-facts', id, reason: 'x', by: 'mina', isConfirmed: true } as const;
    const raced = { ...reach, inspector: { ...inspector, discard: late } };
    await expect(discard(command, raced, new Date())).rejects.toThrow('has not failed for good');
    expect(await stateOf(id)).toBe('open');
    expect(
      await ground.query('order', `select id from outbox where 'order-' || id = '${id}' and proven_queues = '{}'`),
    ).toHaveLength(1);
  });

  test('what has not failed is refused', async () => {
    await ground.jobs.add('pay-jobs', [{ id: 'order-9', name: 'settle', data: {}, delayMs: 60_000 }]);
    expect(await ground.run('discard', 'pay-jobs', 'order-9', '--reason', 'no', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('has not failed for good'),
    });
    expect(await ground.run('retry', 'pay-jobs', 'order-9', 'order-10')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/order-9: left alone.*\n.*order-10: there is no such job/),
    });
    expect((await ground.run('list', '--state', 'delayed')).out).toMatch(/^pay-jobs +order-9 +settle +delayed/m);
  });
});

describe('without a Moa of its own, jobs', { timeout }, () => {
  test('asks only what it is given an address of, and does not discard what would be sent again', async () => {
    const bus = await freshDatabase();
    const jobs = await openJobs({ url: bus.url, logger: createLogger('jobs', 'silent') });
    onTestFinished(async () => {
      await jobs.close();
      await bus.drop();
    });
    await jobs.add('pay-facts', [{ id: 'order-1', name: 'OrderPlaced', data: {} }]);
    await refuse(jobs, 'pay-facts', 'order-1');
    const variables = { BUS_DATABASE_URL: bus.url, MOA_DATA_DIR: '/nowhere' };
    expect((await runMoa(variables, 'jobs', 'inspect', 'pay-facts', 'order-1')).out).toContain('give PAY_DATABASE_URL');
    expect(await runMoa(variables, 'jobs', 'discard', 'pay-facts', 'order-1', '--reason', 'x', '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Give ORDER_DATABASE_URL'),
    });
    expect((await jobs.stateOf('pay-facts', ['order-1'])).get('order-1')).toBe('failed');
  });

  test('says that nothing runs, and starts nothing', async () => {
    const nothing = await runMoa({ MOA_DATA_DIR: '/nowhere' }, 'jobs', 'list');
    expect(nothing).toMatchObject({ code: 1, err: expect.stringContaining('No Moa runs on /nowhere') });
    const away = await runMoa({ REDIS_URL: 'redis://127.0.0.1:1' }, 'jobs', 'list');
    expect(away).toMatchObject({ code: 1, err: expect.stringContaining('No Redis answers') });
  });

  test.each([
    [['forget'], 'There is no command forget'],
    [['list', '--state', 'lost'], 'There is no state lost'],
    [['list', '--first', '0'], '--first is 1 to 9999'],
    [['inspect', 'pay-facts'], 'needs a queue and one id'],
    [['retry', 'pay-facts'], 'retry needs a queue and ids'],
    [['retry', 'pay-facts', 'order-1', '--all'], 'retry needs a queue and ids'],
    [['retry', 'pay-facts', 'order-1', '--queue', 'taxi-facts'], "--queue taxi-facts can't be meant"],
    [['discard', 'pay-facts', 'order-1', '--yes'], 'discard needs --reason'],
    [['list', '--loud'], 'loud'],
  ])('%j is wrong usage', async (args, message) => {
    expect(await runMoa({}, 'jobs', ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
      out: '',
    });
  });

  test('explains itself', async () => {
    expect(await runMoa({}, 'jobs', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('discard QUEUE ID'),
    });
  });
});
