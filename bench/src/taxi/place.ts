import { randomBytes } from 'node:crypto';
import { subgraphs } from '@moa/contracts';
import { generateKey, type PrivateKey } from '@moa/identity';
import { freePorts } from '@moa/testing';
import pg from 'pg';

/** The router's, the subgraphs' after it, and the sandbox's twenty after it. */
const portsOfMoa = 21;

/** What takes part: taxi, who pays, who knows members, and who tells them. */
export type Part = 'account' | 'pay' | 'taxi' | 'notification';
const books = ['account', 'pay', 'taxi', 'notification', 'sandbox', 'bus'] as const;

/** Ports, databases and keys of a Moa of the bench's own. */
export type Place = {
  /** The public graph. */
  readonly url: string;
  /** A subgraph's own graph, which the router asks. */
  readonly doorOf: (part: Part) => string;
  readonly databaseUrl: (name: (typeof books)[number]) => string;
  readonly routerKey: PrivateKey;
  /** What its processes have in common. */
  readonly variables: Readonly<Record<string, string>>;
  /** Drops the databases. */
  readonly close: () => Promise<void>;
};

/** A place on the server; the databases come with the first process. */
export async function openPlace(adminUrl: string, redisUrl: string | undefined): Promise<Place> {
  const mark = randomBytes(4).toString('hex');
  const urls = new Map(books.map((name) => [name, databaseUrl(adminUrl, `bench_${mark}_${name}`)]));
  const port = await freePorts(portsOfMoa);
  const [router, ...others] = await Promise.all((['router', 'order', 'taxi', 'plan'] as const).map(generateKey));
  if (!router) throw new Error('No key was made for the router.');
  const pairs = [router, ...others];
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    doorOf: (part) => `http://127.0.0.1:${port + 1 + subgraphs.indexOf(part)}/graphql`,
    databaseUrl: (name) => urls.get(name) ?? '',
    routerKey: router.privateKey,
    variables: {
      PORT: String(port),
      DATABASE_URL: adminUrl,
      ...Object.fromEntries([...urls].map(([name, url]) => [`${name.toUpperCase()}_DATABASE_URL`, url])),
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
      IDENTITY_PRIVATE_KEYS: JSON.stringify({ keys: pairs.map(({ privateKey }) => privateKey) }),
      IDENTITY_PUBLIC_KEYS: JSON.stringify({ keys: pairs.map(({ publicKey }) => publicKey) }),
      ACCESS_TOKEN_MINUTES: '1440',
      SIGN_UPS_PER_HOUR: '0',
      MUTATIONS_PER_MINUTE: '0',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    },
    close: () => dropAll(adminUrl, [...urls.values()]),
  };
}

function databaseUrl(adminUrl: string, name: string): string {
  const password = randomBytes(12).toString('hex');
  return Object.assign(new URL(adminUrl), { username: name, password, pathname: `/${name}` }).href;
}

async function dropAll(adminUrl: string, urls: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const url of urls) {
      const name = pg.escapeIdentifier(new URL(url).username);
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`drop role if exists ${name}`);
    }
  } finally {
    await admin.end();
  }
}
