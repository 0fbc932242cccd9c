import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Another process that serves a data dir. */
export type ServingProcess = {
  url: string;
  owned: boolean;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Ends it without letting it do anything. */
  sigkill(): Promise<void>;
};

/** Starts a process that calls `startPostgres` and resolves once it says the URL. */
export async function serveInProcess(
  dataDir: string,
  options: { checkout?: string; node?: string; uid?: number; gid?: number } = {},
): Promise<ServingProcess> {
  const { checkout = path.resolve(import.meta.dirname, '../..'), node = process.execPath, ...ids } = options;
  const child = spawn(node, [path.join(checkout, 'db', 'test', 'serve.ts'), dataDir], {
    ...ids,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  onTestFinished(() => end(child, exited));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const said = once(child.stdout, 'data').then(([chunk]) => String(chunk));
  const line = await Promise.race([said, exited.then(() => undefined)]);
  if (line === undefined) throw new Error(`The process ended: ${errors}`);
  const { url, owned }: { url: string; owned: boolean } = JSON.parse(line);
  return {
    url,
    owned,
    stop: () => end(child, exited),
    sigkill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function end(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  child.stdin?.end();
  await exited;
}
