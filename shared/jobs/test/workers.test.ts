import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Jobs, type JobsOptions, openJobs } from '../src/index.ts';

const logger = createLogger('jobs', 'silent');

describe.each(buses)('workers on $name', (bus) => {
  let home: Awaited<ReturnType<typeof bus.open>>;
  let opened: Jobs[];

  beforeEach(async () => {
    home = await bus.open();
    opened = [];
  });

  afterEach(async () => {
    await Promise.all(opened.map((jobs) => jobs.close()));
    await home.close();
  });

  const open = async (options: Partial<JobsOptions> = {}) => {
    const jobs = await openJobs({ url: home.url, logger, ...options });
    opened.push(jobs);
    return jobs;
  };
  const letter = (id: string) => ({ id, name: 'send', data: {} });

  test('the job of a killed process is worked by another one', async () => {
    const jobs = await open({ lockMs: 600, stalledMs: 200 });
    const child = fork(path.join(import.meta.dirname, 'stuck-worker.ts'), [home.url], { execArgv: [] });
    await jobs.add('letters', [letter('a-1')]);
    const [taken] = await once(child, 'message');
    expect(taken).toEqual({ id: 'a-1', attempt: 1 });
    child.kill('SIGKILL');
    await once(child, 'exit');

    const attempts: number[] = [];
    jobs.work('letters', async ({ attempt }) => void attempts.push(attempt));
    await until(() => attempts.length === 1);
    expect(attempts).toEqual([2]);
  });

  test('concurrency bounds how many jobs run at a time', async () => {
    const jobs = await open();
    let running = 0;
    let most = 0;
    const releases: (() => void)[] = [];
    const handler = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => releases.push(resolve));
      running -= 1;
    };
    jobs.work('letters', handler, { concurrency: 3 });
    await jobs.add('letters', ['a', 'b', 'c', 'd', 'e'].map(letter));
    await until(() => releases.length === 3);
    releases.shift()?.();
    await until(() => releases.length === 3);
    expect(most).toBe(3);
    await until(async () => {
      for (const release of releases.splice(0)) release();
      return (await jobs.stateOf('letters', ['e'])).get('e') === 'done';
    });
  });

  test('close waits for the running job and takes no new one', async () => {
    const jobs = await open();
    const started: string[] = [];
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const worker = jobs.work('letters', async ({ id }) => {
      started.push(id);
      await released;
    });
    await jobs.add('letters', [letter('a-1'), letter('a-2')]);
    await until(() => started.length === 1);
    let closed = false;
    const closing = worker.close().then(() => {
      closed = true;
    });
    // Long enough for a round trip: a close that doesn't wait would be over.
    await jobs.stateOf('letters', ['a-1']);
    expect(closed).toBe(false);
    release();
    await closing;
    expect(started).toEqual(['a-1']);
    expect(Object.fromEntries(await jobs.stateOf('letters', ['a-1', 'a-2']))).toEqual({ 'a-1': 'done', 'a-2': 'open' });
  });

  test('a handler that still runs while all closes may add, but no worker starts any more', async () => {
    const [closing, jobs] = [await open(), await open()];
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let started = false;
    closing.work('letters', async () => {
      started = true;
      await released;
      await closing.add('parcels', [letter('reply')]);
    });
    await jobs.add('letters', [letter('a-1')]);
    await until(() => started);
    const closed = closing.close();
    expect(() => closing.work('parcels', async () => {})).toThrow(/closed/);
    release();
    await closed;
    const states = [await jobs.stateOf('letters', ['a-1']), await jobs.stateOf('parcels', ['reply'])];
    expect(states.map((state) => Object.fromEntries(state))).toEqual([{ 'a-1': 'done' }, { reply: 'open' }]);
  });

  test('a job that outlasts the grace is left to another worker', async () => {
    const impatient = await open({ lockMs: 600, stalledMs: 200, graceMs: 50 });
    const jobs = await open({ lockMs: 600, stalledMs: 200 });
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let started = false;
    const worker = impatient.work('letters', async () => {
      started = true;
      await released;
    });
    await jobs.add('letters', [letter('a-1')]);
    await until(() => started);
    await worker.close();

    const attempts: number[] = [];
    jobs.work('letters', async ({ attempt }) => void attempts.push(attempt));
    await until(() => attempts.length === 1);
    expect(attempts).toEqual([2]);
    release();
  });

  test('an idle worker closes at once, and so does one that has only just begun', async () => {
    const jobs = await open();
    const idle = jobs.work('letters', async () => {});
    await jobs.add('letters', [letter('a-1')]);
    await until(async () => (await jobs.stateOf('letters', ['a-1'])).get('a-1') === 'done');
    await idle.close();
    await jobs.work('letters', async () => {}).close();
  });

  test('one of two workers leaves, the other goes on at once', async () => {
    const jobs = await open();
    const seen: string[] = [];
    const leaving = jobs.work('parcels', async () => {});
    jobs.work('letters', async ({ id }) => void seen.push(id));
    await jobs.add('letters', [letter('a-1')]);
    await until(() => seen.length === 1);
    await leaving.close();
    await jobs.add('letters', [letter('a-2')]);
    // Sooner than the look for jobs every 5 s that backs up the notification.
    await until(() => seen.length === 2, { timeoutMs: 3_000 });
  });
});
