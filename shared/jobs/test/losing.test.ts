import { spawnSync } from 'node:child_process';
import { createLogger } from '@moa/telemetry';
import { buses, startRedis, until } from '@moa/testing';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Jobs, openJobs } from '../src/index.ts';

const logger = createLogger('jobs', 'silent');
const letter = (id: string) => ({ id, name: 'send', data: { to: id } });

describe.each(buses)('a job on $name is not lost', (bus) => {
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

  const named = (name: string) => Object.assign(new Error('not now'), { name });
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'no'],
    ['an object', { code: 7 }],
    ['a cyclic object', cyclic],
    ['an error that BullMQ takes for a delay', named('DelayedError')],
    ['an error that BullMQ takes for a wait', named('WaitingError')],
    ['an error that BullMQ takes for a wait for others', named('WaitingChildrenError')],
    ['an error that BullMQ takes for its own limit', new Error('bullmq:rateLimitExceeded')],
    ['an error that PostgreSQL cannot keep', new Error('the answer was \0')],
  ])('by a handler that throws %s: it is asked again', async (_what, thrown) => {
    const attempts: number[] = [];
    jobs.work('letters', async ({ attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw thrown;
    });
    await jobs.add('letters', [letter('a-1'), letter('a-2')]);
    await until(async () => (await jobs.stateOf('letters', ['a-1'])).get('a-1') === 'done');
    await until(async () => (await jobs.stateOf('letters', ['a-2'])).get('a-2') === 'done');
    expect(attempts.toSorted()).toEqual([1, 1, 2, 2]);
  });
});

describe.each(buses.filter(({ name }) => name === 'redis'))('what Redis throws out for lack of memory', (bus) => {
  test.each([0, 60_000])('is unknown, and worked when it is added again (delayed by %i ms)', async (delayMs) => {
    const home = await bus.open();
    const jobs = await openJobs({ url: home.url, logger });
    const redis = new Redis(home.url);
    await jobs.add('letters', [{ ...letter('a-1'), delayMs }]);
    await redis.del('moa:letters:a-1');
    if (delayMs > 0) await redis.zadd('moa:letters:delayed', 0, 'a-1'); // its time has come
    const seen: unknown[] = [];
    jobs.work('letters', async ({ data }) => void seen.push(data));
    const left = async (list: string) => redis.llen(`moa:letters:${list}`);
    await until(
      async () => (await redis.zcard('moa:letters:delayed')) + (await left('wait')) + (await left('active')) === 0,
    );
    await until(async () => {
      const state = (await jobs.stateOf('letters', ['a-1'])).get('a-1');
      if (state === 'unknown') await jobs.add('letters', [letter('a-1')]);
      return state === 'done';
    });
    expect(seen).toEqual(seen.map(() => ({ to: 'a-1' })));
    redis.disconnect();
    await jobs.close();
    await home.close();
  });
});

const hasServer = spawnSync('redis-server', ['--version']).status === 0;

test.skipIf(!hasServer).each([
  ['noeviction', 0],
  ['volatile-lru', 0],
  ['allkeys-lru', 1],
])('a Redis with the policy %s is complained of %i times', async (policy, times) => {
  const redis = await startRedis({ appendonly: false });
  onTestFinished(redis.stop);
  const admin = new Redis(redis.url);
  await admin.config('SET', 'maxmemory-policy', policy);
  admin.disconnect();
  const own = createLogger('jobs', 'silent');
  const errors = vi.spyOn(own, 'error');
  await (await openJobs({ url: redis.url, logger: own })).close();
  expect(errors).toHaveBeenCalledTimes(times);
});
