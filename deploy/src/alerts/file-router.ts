import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '@moa/testing';

const router = fileURLToPath(new URL('../../../router/', import.meta.url));

/** A router that follows a file, and what it tells. */
export type FileRouter = {
  readonly file: string;
  /** Puts a good supergraph into the file. */
  mend(): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
  close(): Promise<void>;
};

export async function startFileRouter(port: number, metricsPort: number): Promise<FileRouter> {
  const folder = await mkdtemp(path.join(tmpdir(), 'moa-alerts-'));
  const file = path.join(folder, 'supergraph.graphql');
  const mend = () => copyFile(path.join(router, 'supergraph.graphql'), file);
  await mend();
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    HOST: '127.0.0.1',
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: 'silent',
  };
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  let end = async (): Promise<void> => {};
  const start = async (): Promise<void> => {
    const child = spawn(process.execPath, [path.join(router, 'src/main.ts'), '--supergraph', file], {
      env,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    end = async () => {
      child.kill('SIGKILL');
      await ended;
    };
    await until(() => isReady(), { timeoutMs: 30_000 });
  };
  await start();
  return {
    file,
    mend,
    start,
    end: () => end(),
    async close() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
