import { randomBytes } from 'node:crypto';
import { dropDatabasesOf } from './test-run.ts';
import { startTestServer } from './test-server.ts';

const HANG_MS = 30_000;

/** Vitest's globalSetup: one PostgreSQL for the whole run; the workers find it in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const runId = randomBytes(4).toString('hex');
  process.env.MOA_TEST_RUN = runId;
  if (process.env.TEST_REDIS_URL === undefined) announceSkippedRedis();

  const cleanUp = await provideDatabase(runId);
  return async () => {
    await cleanUp();
    // Vitest waits for ever for a worker that it failed to end; only a process that hangs lives to see this.
    setTimeout(() => process.exit(), HANG_MS).unref();
  };
}

async function provideDatabase(runId: string): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return () => dropDatabasesOf(given, runId);

  const server = await startTestServer();
  process.env.TEST_DATABASE_URL = server.url;
  return server.stop;
}

function announceSkippedRedis(): void {
  process.stdout.write(
    '\n!!! TEST_REDIS_URL is not set: every test that needs Redis is SKIPPED. To run them:\n' +
      "!!!   redis-server --port 6390 --databases 64 --save '' &   TEST_REDIS_URL=redis://127.0.0.1:6390 npx vitest run\n\n",
  );
}
