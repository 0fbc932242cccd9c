import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@moa/db';
import { Redis } from 'ioredis';
import { until } from './until.ts';

/** A redis-server of a test's own. */
export type PrivateRedis = {
  url: string;
  /** Sends the signal and resolves once the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Stops it in its tracks, or lets it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Starts it again on the same port and folder; resolves once it answers. */
  start(): Promise<void>;
  /** Ends it and removes its folder, unless the folder was given. */
  stop(): Promise<void>;
};

/** Starts redis-server (which must be on PATH) with at most 256 MB. `appendonly` keeps every write across a kill. */
export async function startRedis(options: { port?: number; dir?: string; appendonly: boolean }): Promise<PrivateRedis> {
  const port = options.port ?? (await freePort());
  const dir = options.dir ?? (await mkdtemp(path.join(tmpdir(), 'moa-redis-')));
  const url = `redis://127.0.0.1:${port}/0`;
  let server: ChildProcess | undefined;
  // A worker that ends early takes its server with it.
  const reap = () => server?.kill('SIGKILL');

  const start = async () => {
    if (server !== undefined) return;
    const child = spawn('redis-server', flags(port, dir, options.appendonly), { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output = `${output}${chunk}`.slice(-2000)));
    const failed = new Promise<never>((_resolve, reject) => {
      child.once('error', (cause) =>
        reject(new Error('redis-server is not on PATH: "apt-get install redis-server".', { cause })),
      );
      child.once('exit', () => {
        if (server === child) server = undefined;
        reject(new Error(`redis-server ended: ${output}`));
      });
    });
    failed.catch(() => {});
    server = child;
    await Promise.race([failed, until(() => answers(url))]);
  };

  const kill = async (signal: NodeJS.Signals) => {
    const child = server;
    if (child === undefined) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };

  const stop = async () => {
    process.off('exit', reap);
    await kill('SIGKILL');
    if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
  };

  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    server?.kill(name);
  };

  process.on('exit', reap);
  await start();
  return { url, kill, signal, start, stop };
}

function flags(port: number, dir: string, appendonly: boolean): string[] {
  const persistence = appendonly ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  const bounds = ['--maxmemory', '256mb', '--maxmemory-policy', 'noeviction'];
  return ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', ...persistence, ...bounds];
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
