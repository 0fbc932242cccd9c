import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@moa/database';
import { databaseUrls, freePort, runningUrl } from '@moa/db';
import { type Jobs, openJobs, UnrecoverableError } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import { type Bus, until } from '@moa/testing';

const logger = createLogger('jobs', 'silent');
const entry = path.resolve(import.meta.dirname, '../moa.mjs');

export type Printed = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command of Moa with only these variables. */
export const runMoa = (variables: Record<string, string>, ...args: readonly string[]): Promise<Printed> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...variables };
    execFile(process.execPath, [entry, ...args], { env, cwd: '/' }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });

/** Moa with all its databases and nobody but order at work, on an embedded PostgreSQL of its own. */
export async function openGround(bus: Bus) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-jobs-'));
  const redis = bus.name === 'redis' ? await bus.open() : undefined;
  const variables = {
    MOA_DATA_DIR: dataDir,
    PORT: String((await freePort()) - 2), // order listens two above it
    ROUTER: '0',
    SUBGRAPHS: 'order',
    DEMO: '0',
    ...(redis && { REDIS_URL: redis.url }),
  };
  const stopMoa = await startMoa(variables, () => runMoa({ ...variables, SUBGRAPHS: 'order,pay' }, 'migrate'));
  const adminUrl = (await runningUrl(dataDir)) ?? '';
  const urls = databaseUrls({ adminUrl, dataDir, names: ['order', 'pay', 'bus'] });
  const jobs = await openJobs({ url: redis?.url ?? urls.bus, logger });
  return {
    variables,
    jobs,
    run: (...args: readonly string[]) => runMoa(variables, 'jobs', ...args),
    query: async (name: 'order' | 'pay', text: string): Promise<readonly { id?: string }[]> => {
      const orm = await openDatabase(urls[name], { entities: [], migrations: [] }, { logger, poolMax: 1 });
      return orm.em
        .fork()
        .execute(text)
        .finally(() => orm.close());
    },
    async close() {
      await jobs.close();
      await stopMoa();
      await redis?.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type Ground = Awaited<ReturnType<typeof openGround>>;

/** Starts Moa, then prepares what else is needed; gives back how to stop it. */
async function startMoa(variables: Record<string, string>, prepare: () => Promise<Printed>) {
  const env = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...variables };
  const moa = spawn(process.execPath, [entry], { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(moa, 'exit');
  const stop = async () => {
    moa.kill('SIGTERM');
    await ended;
  };
  let output = '';
  for (const stream of [moa.stdout, moa.stderr]) stream.on('data', (chunk) => (output += chunk));
  try {
    await until(() => output.includes('is ready') || moa.exitCode !== null, { timeoutMs: 50_000 });
    if (moa.exitCode !== null) throw new Error(`Moa ended before it was ready:\n${output}`);
    const { code, err } = await prepare();
    if (code !== 0) throw new Error(err);
    return stop;
  } catch (error) {
    if (moa.exitCode === null) await stop();
    throw error;
  }
}

/** Works a queue until that job has failed for good. */
export async function refuse(jobs: Jobs, queue: string, id: string): Promise<void> {
  const worker = jobs.work(queue, async () => {
    throw new UnrecoverableError('the bank knows no such card\u001b[2J');
  });
  await until(async () => (await jobs.stateOf(queue, [id])).get(id) === 'failed');
  await worker.close();
}
