import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startPostgres, stopAbandoned } from '@moa/db';
import pg from 'pg';

const prefix = 'moa-bench-';
const grownUpMs = 60_000;

/** A server to measure on. `url` logs in as its administrator. */
export type BenchServer = { readonly url: string; close(): Promise<void> };

/** The server of DATABASE_URL, or else an embedded one that is removed with its data on `close`. */
export async function openServer(given: string | undefined): Promise<BenchServer> {
  return given === undefined ? startTemporary() : { url: given, close: async () => {} };
}

async function startTemporary(): Promise<BenchServer> {
  await removeAbandoned();
  const dataDir = await mkdtemp(path.join(tmpdir(), prefix));
  let server: EmbeddedPostgres | undefined;
  const close = async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    server = await startPostgres({
      dataDir,
      settings: {
        shared_preload_libraries: 'pg_stat_statements',
        // Waiting for the disk costs every order the same, and would hide a difference between them.
        fsync: 'off',
        // Neither a checkpoint nor a vacuum in the middle of one side's turn; both are done once, after the seeding.
        max_wal_size: '8GB',
        checkpoint_timeout: '30min',
        autovacuum_naptime: '30min',
      },
    });
    await createStatementStatistics(server.url);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: server.url, close };
}

async function createStatementStatistics(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query('create extension pg_stat_statements');
  } finally {
    await admin.end();
  }
}

/** Gigabytes that a bench left which was killed before it could tidy up. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const dataDir = path.join(tmpdir(), name);
    const found = await stat(dataDir).catch(() => undefined);
    // A young folder may belong to a bench that has not claimed it yet.
    if (found === undefined || Date.now() - found.mtimeMs < grownUpMs) continue;
    if (await stopAbandoned(dataDir).catch(() => false)) await rm(dataDir, { recursive: true, force: true });
  }
}
