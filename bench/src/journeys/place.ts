import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SubgraphName, subgraphs } from '@moa/contracts';
import { generateKey, type PrivateKey } from '@moa/identity';
import { freePorts, startRedis } from '@moa/testing';
import { openServer } from '../postgres/temporary-server.ts';

/** The router's, the subgraphs' after it, and the sandbox's twenty after it. */
const portsOfMoa = 21;

/** Ports, a PostgreSQL, keys and, where it is asked for, a Redis: all that the processes of one Moa share. */
export type Place = {
  /** The public graph. */
  readonly url: string;
  /** A subgraph's own graph, which the router asks. */
  readonly doorOf: (name: SubgraphName) => string;
  readonly postgresUrl: string;
  readonly redisUrl: string | undefined;
  /** Signs who asks, as the router does. */
  readonly routerKey: PrivateKey;
  readonly variables: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

export async function openPlace(bus: 'PostgreSQL' | 'Redis'): Promise<Place> {
  await using opened = new AsyncDisposableStack();
  const postgres = await openServer(undefined);
  opened.defer(postgres.close);
  const redis = bus === 'Redis' ? await startRedis({ appendonly: false }) : undefined;
  opened.defer(async () => redis?.stop());
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-journeys-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  const port = await freePorts(portsOfMoa);
  const pairs = await Promise.all(['router', 'order', 'taxi', 'plan'].map(generateKey));
  const [router] = pairs;
  if (!router) throw new Error('No key was made for the router.');

  const stack = opened.move();
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    doorOf: (name) => `http://127.0.0.1:${port + 1 + subgraphs.indexOf(name)}/graphql`,
    postgresUrl: postgres.url,
    redisUrl: redis?.url,
    routerKey: router.privateKey,
    variables: {
      PORT: String(port),
      DATABASE_URL: postgres.url,
      MOA_DATA_DIR: dataDir,
      ...(redis && { REDIS_URL: redis.url }),
      IDENTITY_PRIVATE_KEYS: JSON.stringify({ keys: pairs.map(({ privateKey }) => privateKey) }),
      IDENTITY_PUBLIC_KEYS: JSON.stringify({ keys: pairs.map(({ publicKey }) => publicKey) }),
      ACCESS_TOKEN_MINUTES: '1440',
      SIGN_UPS_PER_HOUR: '0',
      MUTATIONS_PER_MINUTE: '0',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    },
    close: () => stack.disposeAsync(),
  };
}
