import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createLogger } from '@moa/telemetry';
import { buses, openFreezableProxy, startRedis, until } from '@moa/testing';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Jobs, openJobs } from '../src/index.ts';
import { cutConnections } from './cut-connections.ts';

const letter = (id: string) => ({ id, name: 'send', data: {} });

/** What a caller of `add` does in an outage: the same jobs again. */
const addUntilAdded = (jobs: Jobs, id: string) =>
  until(() =>
    jobs.add('letters', [letter(id)]).then(
      () => true,
      () => false,
    ),
  );

describe.each(buses)('when every connection to $name is cut', (bus) => {
  test('idle workers and busy ones go on, and nothing is lost', async () => {
    const home = await bus.open();
    const logger = createLogger('jobs', 'silent');
    const jobs = await openJobs({ url: home.url, logger, lockMs: 1_000, stalledMs: 300 });
    const seen = new Set<string>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const handler = async ({ id }: { id: string }) => {
      if (id === 'busy') await released;
      seen.add(id);
    };
    jobs.work('letters', handler, { concurrency: 2 });
    jobs.work('parcels', handler);
    await jobs.add('letters', [letter('busy'), letter('before')]);
    await until(() => seen.has('before'));

    expect(await cutConnections(home.url)).toBeGreaterThan(1);
    release();
    await addUntilAdded(jobs, 'after');
    await until(() => seen.has('after') && seen.has('busy'));
    await until(async () => (await jobs.stateOf('letters', ['busy'])).get('busy') === 'done');
    await until(() =>
      jobs.add('parcels', [letter('parcel')]).then(
        () => true,
        () => false,
      ),
    );
    await until(() => seen.has('parcel'));
    await jobs.close();
    await home.close();
  });
});

describe.each(buses)('while $name hangs', (bus) => {
  test('everything closes, and nothing is left that keeps the process alive', async () => {
    const home = await bus.open();
    onTestFinished(home.close);
    const proxy = await openFreezableProxy(home.url);
    onTestFinished(proxy.close);
    const child = fork(path.join(import.meta.dirname, 'closing-process.ts'), [proxy.url], { execArgv: [] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    expect((await once(child, 'message'))[0]).toBe('a-1');

    proxy.freeze();
    child.send('close');
    expect((await once(child, 'message'))[0]).toBe('closed');
    proxy.thaw();
    expect(await exited).toEqual([0, null]);
  });
});

const redisServer = spawnSync('redis-server', ['--version']).status === 0;
if (!redisServer)
  process.stdout.write('\n!!! redis-server is not on PATH: the tests that restart Redis are SKIPPED.\n\n');

describe.skipIf(!redisServer)('while Redis is down', () => {
  test('adding fails, one line is logged, and all goes on once it is back', async () => {
    const redis = await startRedis({ appendonly: true });
    const logger = createLogger('jobs', 'silent');
    const errors = vi.spyOn(logger, 'error');
    const jobs = await openJobs({ url: redis.url, logger });
    const seen: string[] = [];
    jobs.work('letters', async ({ id }) => void seen.push(id));
    await jobs.add('letters', [letter('before')]);
    await until(() => seen.length === 1);

    await redis.kill('SIGKILL');
    await expect(jobs.add('letters', [letter('during')])).rejects.toThrow();
    await expect(jobs.add('parcels', [letter('first-of-its-queue')])).rejects.toThrow();
    await expect(jobs.stateOf('letters', ['before'])).rejects.toThrow();
    const startedWhileDown: string[] = [];
    jobs.work('parcels', async ({ id }) => void startedWhileDown.push(id));
    expect(errors).toHaveBeenCalledTimes(1);

    await redis.start();
    await addUntilAdded(jobs, 'after');
    await until(() => seen.includes('after'));
    await jobs.add('parcels', [letter('first-of-its-queue')]);
    await until(() => startedWhileDown.length === 1);
    expect(Object.fromEntries(await jobs.stateOf('letters', ['before', 'during', 'after']))).toEqual({
      before: 'done',
      during: 'unknown',
      after: 'done',
    });
    await jobs.close();
    await redis.stop();
  });

  test('everything closes', async () => {
    const redis = await startRedis({ appendonly: false });
    const jobs = await openJobs({ url: redis.url, logger: createLogger('jobs', 'silent'), graceMs: 1_000 });
    let working = false;
    jobs.work('letters', async () => {
      working = true;
    });
    await jobs.add('letters', [letter('a-1')]);
    await until(() => working);
    await redis.kill('SIGKILL');
    jobs.work('parcels', async () => {});
    await jobs.close();
    await redis.stop();
  });
});
