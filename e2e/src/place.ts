import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { subgraphs } from '@moa/contracts';
import { type Bus, freePorts, serverUrl } from '@moa/testing';
import pg from 'pg';
import type { Variables } from './process.ts';

/** Databases, a bus, a data dir and ports of a test's own, on which any number of processes can stand. */
export type Place = {
  /** For a process that may prepare the databases itself. */
  readonly variables: Variables;
  /** The router's address. */
  readonly url: string;
  /** The databases by the name of their part. */
  readonly databases: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

const parts = [...subgraphs, 'sandbox'] as const;

export async function openPlace(bus: Bus): Promise<Place> {
  const adminUrl = serverUrl();
  const mark = randomBytes(4).toString('hex');
  // On PostgreSQL the bus is a database beside the others, with a login role of its own.
  const redis = bus.name === 'redis' ? await bus.open() : undefined;
  const names = redis ? parts : ([...parts, 'bus'] as const);
  const databases = Object.fromEntries(names.map((name) => [name, urlOf(adminUrl, `e2e_${mark}_${name}`)]));
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-e2e-'));
  const port = await freePorts(25);
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    databases,
    variables: {
      PORT: String(port),
      DATABASE_URL: adminUrl,
      MOA_DATA_DIR: dataDir,
      MUTATIONS_PER_MINUTE: '0', // tests are faster than people
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
      ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, databases[name] ?? ''])),
      ...(redis && { REDIS_URL: redis.url }),
    },
    async close() {
      await dropAll(adminUrl, Object.values(databases));
      await redis?.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function urlOf(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.username = name;
  url.password = randomBytes(12).toString('hex');
  url.pathname = `/${name}`;
  return url.href;
}

async function dropAll(adminUrl: string, urls: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  for (const url of urls) {
    const name = pg.escapeIdentifier(new URL(url).username);
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`drop role if exists ${name}`);
  }
  await admin.end();
}
