import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type JobInspector, type Jobs, openJobInspector, openJobs, UnrecoverableError } from '../src/index.ts';
import { wearOut } from './wear-out.ts';

const logger = createLogger('jobs', 'silent');

describe.each(buses)('an inspector of queues on $name', (bus) => {
  let home: Awaited<ReturnType<typeof bus.open>>;
  let jobs: Jobs;
  let inspector: JobInspector;

  beforeEach(async () => {
    home = await bus.open();
    jobs = await openJobs({ url: home.url, logger });
    inspector = await openJobInspector({ url: home.url, logger });
  });
  afterEach(async () => {
    await jobs.close();
    await inspector.close();
    await home.close();
  });

  const letter = (id: string) => ({ id, name: 'send', data: { to: id } });
  const stateOf = async (id: string) => (await jobs.stateOf('letters', [id])).get(id);
  const idsIn = async (state: Parameters<JobInspector['list']>[1], first = 10) =>
    (await inspector.list('letters', state, first)).map(({ id }) => id);
  const because = { by: 'mina', reason: 'sent by hand' };

  /** Jobs that have failed for good, one after the other. */
  const fail = async (ids: readonly string[]) => {
    const worker = jobs.work('letters', async ({ id }) => {
      throw new UnrecoverableError(`no address for ${id}`);
    });
    for (const id of ids) {
      await jobs.add('letters', [letter(id)]);
      await until(async () => (await stateOf(id)) === 'failed');
    }
    await worker.close();
  };

  test('lists what failed for good, the latest first, and only as many as asked for', async () => {
    await fail(['a-1', 'a-2', 'a-3']);
    expect(await idsIn('failed')).toEqual(['a-3', 'a-2', 'a-1']);
    expect(await idsIn('failed', 2)).toEqual(['a-3', 'a-2']);
    expect(await inspector.list('elsewhere', 'failed', 10)).toEqual([]);
  });

  test('tells all that is known of a job', async () => {
    await fail(['a-1']);
    const found = await inspector.find('letters', 'a-1');
    expect(found).toMatchObject({
      queue: 'letters',
      id: 'a-1',
      name: 'send',
      data: { to: 'a-1' },
      state: 'failed',
      attempts: 1,
      stalls: 0,
      error: 'no address for a-1',
      dueAt: undefined,
    });
    expect(found?.stacks[0]).toContain('inspector.test.ts');
    const [added, started, finished] = [found?.addedAt, found?.startedAt, found?.finishedAt].map(Number);
    expect([added, started, finished].toSorted()).toEqual([added, started, finished]);
  });

  test.each(['a-9', '17', 'active', 'a:1', ''])('knows of no job %j', async (id) => {
    await jobs.add('letters', [letter('a-1')]);
    expect(await inspector.find('letters', id)).toBeUndefined();
    expect(await inspector.retry('letters', [id])).toEqual(new Map([[id, 'unknown']]));
    expect(await inspector.discard('letters', id, because)).toBe('unknown');
  });

  test('lists what waits, what is delayed and what is worked, the next one first', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await jobs.add('letters', [letter('a-1'), letter('a-2'), letter('a-3')]);
    await jobs.add('letters', [
      { ...letter('later'), delayMs: 120_000 },
      { ...letter('soon'), delayMs: 60_000 },
    ]);
    jobs.work('letters', () => released);
    await until(async () => (await idsIn('active')).length === 1);
    expect(await idsIn('active')).toEqual(['a-1']);
    expect(await idsIn('waiting')).toEqual(['a-2', 'a-3']);
    expect(await idsIn('delayed')).toEqual(['soon', 'later']);
    const soon = await inspector.find('letters', 'soon');
    expect(Number(soon?.dueAt) - Number(soon?.addedAt)).toBe(60_000);
    expect(await inspector.countsOf(['letters', 'elsewhere'])).toEqual(
      new Map([
        ['letters', { waiting: 2, delayed: 2, active: 1, failed: 0, struggling: 0 }],
        ['elsewhere', { waiting: 0, delayed: 0, active: 0, failed: 0, struggling: 0 }],
      ]),
    );
    release();
  });

  test('shows a job that was tried more than ten times as struggling, until it is through', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let up = false;
    jobs.work(
      'letters',
      async ({ id }) => {
        if (id === 'slow') return released;
        if (!up) throw new Error('the letterbox is full');
      },
      { concurrency: 4 },
    );
    await jobs.add('letters', [letter('young'), letter('old'), letter('older'), letter('slow')]);
    const twice = ['older', 'old'];
    await until(async () => (await idsIn('delayed')).length === 3);
    for (const id of twice) await wearOut(home.url, 'letters', id, 10);
    await until(async () => (await idsIn('struggling')).length === 2);
    expect((await idsIn('struggling')).toSorted()).toEqual(['old', 'older']);
    expect((await inspector.countsOf(['letters'])).get('letters')).toMatchObject({ struggling: 2, failed: 0 });
    expect(await inspector.find('letters', 'old')).toMatchObject({
      error: 'the letterbox is full',
      finishedAt: undefined,
    });
    up = true;
    await until(async () => (await stateOf('old')) === 'done' && (await stateOf('older')) === 'done');
    expect(await idsIn('struggling')).toEqual([]);
    release();
  });

  test('names the queues that were ever used', async () => {
    expect(await inspector.queues()).toEqual([]);
    await jobs.add('letters', [letter('a-1')]);
    await jobs.add('parcels', [letter('a-1')]);
    await inspector.list('elsewhere', 'failed', 1);
    expect(await inspector.queues()).toEqual(['letters', 'parcels']);
  });

  test('a job put back is worked as if it had never been tried', async () => {
    await fail(['a-1']);
    expect(await inspector.retry('letters', ['a-1'])).toEqual(new Map([['a-1', 'retried']]));
    const attempts: unknown[] = [];
    jobs.work('letters', async (job) => void attempts.push(job));
    await until(async () => (await stateOf('a-1')) === 'done');
    expect(attempts).toEqual([{ ...letter('a-1'), attempt: 1 }]);
  });

  test('a worker that has nothing else to do hears of a job put back', async () => {
    await fail(['a-1']);
    const worked: string[] = [];
    jobs.work('letters', async ({ id }) => void worked.push(id));
    await jobs.add('letters', [letter('a-2')]);
    await until(async () => (await stateOf('a-2')) === 'done');
    await inspector.retry('letters', ['a-1']);
    // Sooner than the look for jobs every 5 s that backs up the notification.
    await until(() => worked.length === 2, { timeoutMs: 3_000 });
  });

  test('ten people who put twenty jobs back at once put each one back once', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `a-${n}`);
    await fail(ids);
    const others = await Promise.all(Array.from({ length: 9 }, () => openJobInspector({ url: home.url, logger })));
    const outcomes = await Promise.all([inspector, ...others].map((each) => each.retry('letters', ids)));
    for (const id of ids)
      expect(
        outcomes.filter((outcome) => outcome.get(id) === 'retried'),
        id,
      ).toHaveLength(1);
    const worked: string[] = [];
    jobs.work('letters', async ({ id }) => void worked.push(id));
    await until(async () => [...(await jobs.stateOf('letters', ids)).values()].every((state) => state === 'done'));
    expect(worked.toSorted()).toEqual(ids.toSorted());
    await Promise.all(others.map((each) => each.close()));
  });

  test('a job over which processes died too often fails for good; once put back, it survives another death', async () => {
    const quick = await openJobs({ url: home.url, logger, lockMs: 600, stalledMs: 200 });
    const die = async () => {
      const child = fork(path.join(import.meta.dirname, 'stuck-worker.ts'), [home.url], { execArgv: [] });
      await once(child, 'message');
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    await jobs.add('letters', [letter('a-1')]);
    await wearOut(home.url, 'letters', 'a-1', 10, 10);
    await die();
    const worked: number[] = [];
    const worker = quick.work('letters', async ({ attempt }) => void worked.push(attempt));
    await until(async () => (await stateOf('a-1')) === 'failed');
    await worker.close();
    expect(await inspector.find('letters', 'a-1')).toMatchObject({
      stalls: 11,
      error: expect.stringContaining('stalled'),
    });

    expect((await inspector.retry('letters', ['a-1'])).get('a-1')).toBe('retried');
    expect(await inspector.find('letters', 'a-1')).toMatchObject({ state: 'waiting', stalls: 0, attempts: 0 });
    await die();
    quick.work('letters', async ({ attempt }) => void worked.push(attempt));
    await until(async () => (await stateOf('a-1')) === 'done');
    expect(worked).toEqual([2]);
    await quick.close();
  });

  test('what has not failed can be neither put back nor discarded', async () => {
    await jobs.add('letters', [letter('a-1'), { ...letter('a-2'), delayMs: 60_000 }]);
    const ids = ['a-1', 'a-2'];
    expect([...(await inspector.retry('letters', ids)).values()]).toEqual(['notFailed', 'notFailed']);
    for (const id of ids) expect(await inspector.discard('letters', id, because)).toBe('notFailed');
    jobs.work('letters', async () => {});
    await until(async () => (await stateOf('a-1')) === 'done');
    expect(await inspector.retry('letters', ['a-1'])).toEqual(new Map([['a-1', 'notFailed']]));
    expect(await inspector.discard('letters', 'a-1', because)).toBe('notFailed');
    expect(await stateOf('a-2')).toBe('open');
  });

  test('a discarded job is gone, and the log says who did it and why', async () => {
    await fail(['a-1', 'a-2']);
    const warnings = vi.spyOn(logger, 'warn');
    const outcomes = await Promise.all(['a-1', 'a-1'].map((id) => inspector.discard('letters', id, because)));
    expect(outcomes).toContain('discarded');
    expect(outcomes.filter((outcome) => outcome === 'discarded')).toHaveLength(1);
    expect(await stateOf('a-1')).toBe('unknown');
    expect(await idsIn('failed')).toEqual(['a-2']);
    expect(warnings.mock.calls.filter(([about]) => JSON.stringify(about).includes('sent by hand'))).toEqual([
      [{ queue: 'letters', job: 'a-1', name: 'send', ...because }, expect.stringContaining('discarded')],
    ]);
  });

  test.runIf(bus.name === 'redis')('one that Redis threw out when it had failed is shown, and discarded', async () => {
    await fail(['a-1', 'a-2']);
    const redis = new Redis(home.url);
    await redis.del('moa:letters:a-1', 'moa:letters:a-2');
    expect(await idsIn('failed')).toEqual(['a-2', 'a-1']);
    expect(await inspector.find('letters', 'a-1')).toMatchObject({ name: 'lost', state: 'failed' });
    expect((await inspector.retry('letters', ['a-1'])).get('a-1')).toBe('lost');
    expect(await inspector.discard('letters', 'a-1', because)).toBe('discarded');
    expect(await idsIn('failed')).toEqual(['a-2']);

    await jobs.add('letters', [letter('a-2')]); // as its sender does
    expect(await idsIn('failed')).toEqual([]);
    expect(await inspector.find('letters', 'a-2')).toMatchObject({ name: 'send', state: 'waiting' });
    expect((await inspector.retry('letters', ['a-2'])).get('a-2')).toBe('notFailed');
    expect(await inspector.discard('letters', 'a-2', because)).toBe('notFailed');
    const worked: string[] = [];
    jobs.work('letters', async ({ id }) => void worked.push(id));
    await until(async () => (await stateOf('a-2')) === 'done');
    expect(worked).toEqual(['a-2']);
    redis.disconnect();
  });

  test('a job is put back or discarded, never both', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `a-${n}`);
    await fail(ids);
    const [retried, ...discarded] = await Promise.all([
      inspector.retry('letters', ids),
      ...ids.map((id) => inspector.discard('letters', id, because)),
    ]);
    for (const [index, id] of ids.entries()) {
      const isBack = retried.get(id) === 'retried';
      expect(isBack !== (discarded[index] === 'discarded'), id).toBe(true);
      expect(await stateOf(id), id).toBe(isBack ? 'open' : 'unknown');
    }
  });
});

test('a URL that nothing answers at is refused with a message that names the place', async () => {
  await expect(openJobInspector({ url: 'redis://127.0.0.1:1/0', logger })).rejects.toThrow(/No Redis answers/);
  await expect(openJobInspector({ url: 'postgres://127.0.0.1:1/bus', logger })).rejects.toThrow(/127.0.0.1:1\/bus/);
});
