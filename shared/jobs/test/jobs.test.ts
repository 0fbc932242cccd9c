import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ActiveJob, type Jobs, openJobs, UnrecoverableError } from '../src/index.ts';

const logger = createLogger('jobs', 'silent');

describe.each(buses)('queues on $name', (bus) => {
  let home: Awaited<ReturnType<typeof bus.open>>;
  let jobs: Jobs;

  beforeEach(async () => {
    home = await bus.open();
    jobs = await openJobs({ url: home.url, logger });
  });

  afterEach(async () => {
    await jobs.close();
    await home.close();
  });

  const stateOf = async (id: string, queue = 'letters') => (await jobs.stateOf(queue, [id])).get(id);

  /** Works `queue` and keeps what the handler was given. */
  const workAll = (queue = 'letters') => {
    const seen: ActiveJob[] = [];
    jobs.work(queue, async (job) => void seen.push(job));
    return seen;
  };

  test('an added job is worked, with its name and data', async () => {
    const seen = workAll();
    await jobs.add('letters', [{ id: 'a-1', name: 'send', data: { to: ['Mina'], at: null } }]);
    await until(() => seen.length === 1);
    expect(seen).toEqual([{ id: 'a-1', name: 'send', data: { to: ['Mina'], at: null }, attempt: 1 }]);
  });

  test('a worker that waits already and one that comes later both find the jobs, in order', async () => {
    const jobsOf = (queue: string) => ['a', 'b', 'c'].map((id) => ({ id, name: queue, data: {} }));
    const early = workAll('early');
    await jobs.add('early', jobsOf('early'));
    await jobs.add('late', jobsOf('late'));
    const late = workAll('late');
    await until(() => early.length === 3 && late.length === 3);
    expect([early, late].map((seen) => seen.map(({ id }) => id))).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  test('a job whose id is known is not added again: not while it waits, and not once it is done', async () => {
    await jobs.add('letters', [{ id: 'a-1', name: 'first', data: {} }]);
    await jobs.add('letters', [
      { id: 'a-1', name: 'again', data: {} },
      { id: 'a-2', name: 'other', data: {} },
    ]);
    const seen = workAll();
    await until(async () => (await stateOf('a-2')) === 'done');
    await jobs.add('letters', [
      { id: 'a-1', name: 'much later', data: {} },
      { id: 'a-3', name: 'last', data: {} },
    ]);
    await until(async () => (await stateOf('a-3')) === 'done');
    expect(seen.map(({ name }) => name)).toEqual(['first', 'other', 'last']);
  });

  test('a handler that throws is asked again until it succeeds', async () => {
    const attempts: number[] = [];
    jobs.work('letters', async ({ attempt }) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('the letterbox is full');
    });
    await jobs.add('letters', [{ id: 'a-1', name: 'send', data: {} }]);
    await until(async () => (await stateOf('a-1')) === 'done');
    expect(attempts).toEqual([1, 2, 3]);
  });

  test('a job waiting for its next attempt is open', async () => {
    let tried = false;
    jobs.work('letters', async () => {
      tried = true;
      throw new Error('not yet');
    });
    await jobs.add('letters', [{ id: 'a-1', name: 'send', data: {} }]);
    await until(() => tried);
    expect(await stateOf('a-1')).toBe('open');
  });

  test('UnrecoverableError fails the job for good, at once', async () => {
    let attempts = 0;
    jobs.work('letters', async () => {
      attempts += 1;
      throw new UnrecoverableError('no such address');
    });
    await jobs.add('letters', [{ id: 'a-1', name: 'send', data: {} }]);
    await until(async () => (await stateOf('a-1')) === 'failed');
    expect(attempts).toBe(1);
  });

  test('a delayed job is open, and worked when its time has come', async () => {
    const seen = workAll();
    await jobs.add('letters', [
      { id: 'tomorrow', name: 'send', data: {}, delayMs: 86_400_000 },
      { id: 'soon', name: 'send', data: {}, delayMs: 300 },
      { id: 'now', name: 'send', data: {} },
    ]);
    await until(() => seen.length === 2);
    expect(seen.map(({ id }) => id)).toEqual(['now', 'soon']);
    expect(await stateOf('tomorrow')).toBe('open');
  });

  test('every id asked for has a state', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    jobs.work(
      'letters',
      async ({ id }) => {
        if (id === 'bad') throw new UnrecoverableError('no such address');
        if (id === 'stuck') await released;
      },
      { concurrency: 4 },
    );
    const later = { id: 'later', name: 'send', data: {}, delayMs: 60_000 };
    const ids = ['good', 'bad', 'stuck'];
    await jobs.add('letters', [later, ...ids.map((id) => ({ id, name: 'send', data: {} }))]);
    await jobs.add('unworked', [{ id: 'untouched', name: 'send', data: {} }]);
    const states = () => jobs.stateOf('letters', ['good', 'bad', 'stuck', 'later', 'never']);
    const settled = await until(async () => {
      const now = await states();
      return now.get('good') === 'done' && now.get('bad') === 'failed' && now;
    });
    expect(Object.fromEntries(settled)).toEqual({
      good: 'done',
      bad: 'failed',
      stuck: 'open',
      later: 'open',
      never: 'unknown',
    });
    expect(await stateOf('untouched', 'unworked')).toBe('open');
    release();
  });

  test('two thousand ids are answered for', async () => {
    const ids = Array.from({ length: 2_000 }, (_, n) => `job-${n}`);
    await jobs.add(
      'letters',
      ids.map((id) => ({ id, name: 'send', data: {} })),
    );
    const states = await jobs.stateOf('letters', [...ids, 'never']);
    expect(states.size).toBe(2_001);
    expect(ids.every((id) => states.get(id) === 'open')).toBe(true);
    expect(states.get('never')).toBe('unknown');
  });

  test('two queues keep apart, even with the same ids', async () => {
    const letters = workAll('letters');
    const parcels = workAll('parcels');
    await jobs.add('letters', [{ id: 'a-1', name: 'letter', data: {} }]);
    await jobs.add('parcels', [{ id: 'a-1', name: 'parcel', data: {} }]);
    await until(() => letters.length === 1 && parcels.length === 1);
    expect([letters[0]?.name, parcels[0]?.name]).toEqual(['letter', 'parcel']);
    expect(await stateOf('a-1', 'elsewhere')).toBe('unknown');
  });

  test.each(['17', 'a:1', '', '-a', 'a b', 'active', 'waiting-children'])(
    'the id %j is refused before anything is added',
    async (id) => {
      const batch = [
        { id: 'fine', name: 'send', data: {} },
        { id, name: 'send', data: {} },
      ];
      await expect(jobs.add('letters', batch)).rejects.toThrow(/No job can have the id/);
      expect(await stateOf('fine')).toBe('unknown');
    },
  );

  test('once closed, all of it is refused', async () => {
    const closed = await openJobs({ url: home.url, logger });
    await closed.close();
    await expect(closed.add('letters', [{ id: 'a-1', name: 'send', data: {} }])).rejects.toThrow(/closed/);
    await expect(closed.stateOf('letters', ['a-1'])).rejects.toThrow(/closed/);
    expect(() => closed.work('letters', async () => {})).toThrow(/closed/);
  });

  test('nothing to add and nothing to ask are fine', async () => {
    await jobs.add('letters', []);
    expect((await jobs.stateOf('letters', [])).size).toBe(0);
  });

  test('an empty home may be opened several times at once', async () => {
    const fresh = await bus.open();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openJobs({ url: fresh.url, logger })));
    await Promise.all(opened.map((each) => each.close()));
    await fresh.close();
  });
});

test('a URL that nothing answers at is refused with a message that names the place', async () => {
  await expect(openJobs({ url: 'redis://127.0.0.1:1/0', logger })).rejects.toThrow(/No Redis answers at 127.0.0.1:1/);
  await expect(openJobs({ url: 'postgres://127.0.0.1:1/bus', logger })).rejects.toThrow(/127.0.0.1:1\/bus/);
  await expect(openJobs({ url: 'amqp://127.0.0.1', logger })).rejects.toThrow(/amqp/);
});
