import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type SubgraphName, subgraphs } from '@moa/contracts';
import { databaseUrls, startPostgres } from '@moa/db';
import { freePorts } from '@moa/testing';
import { runCommand } from '../../src/process.ts';
import { type Form, type FormOptions, usualLockMs } from '../form.ts';
import { startAll } from '../part.ts';
import { endAtExit, postgresOn } from '../servers/postgres.ts';
import { openRedis } from '../servers/redis.ts';
import { openFolder } from './folder.ts';
import { formOf } from './form-of.ts';
import { graphqlAt, moaPart, portOf, portsEach } from './moa.ts';
import { startProvider } from './provider.ts';
import { addressesOf, openWays } from './ways.ts';

/** They run a second time, beside the second router: what one leaves lying the other takes up. */
const twins: readonly SubgraphName[] = ['order', 'pay', 'taxi'];

const variablesFor = (
  names: readonly SubgraphName[],
  suffix: 'URL' | 'DATABASE_URL',
  value: (name: SubgraphName) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_${suffix}`, value(name)]));

/**
 * As docker-compose.yml has it, a process for each subgraph and the router, PostgreSQL, Redis; and a second router with twins.
 * Without Redis, queues and live log stand in a database of their own.
 */
export async function openManyProcesses(name: 'many-processes' | 'without-redis', options: FormOptions): Promise<Form> {
  await using closing = new AsyncDisposableStack();
  const folder = await openFolder();
  closing.defer(folder.remove);
  const dataDir = path.join(folder.path, 'moa');
  await mkdir(dataDir, { mode: 0o711 });
  const port = await freePorts(2 * portsEach + 2);
  const secondPort = port + portsEach;
  const providerPort = secondPort + portsEach;

  const server = await startPostgres({ dataDir, settings: { max_connections: 400 } });
  closing.defer(server.stop);
  endAtExit(dataDir, folder);
  const redis = name === 'many-processes' ? await openRedis(folder.path, providerPort + 1) : undefined;
  closing.defer(() => redis?.close());
  const provider = await startProvider(folder, providerPort, options, closing);
  const proxies = await openWays(
    [...subgraphs.map((name) => [name, portOf(name, port)] as const), ['provider', providerPort]],
    closing,
  );
  const databases = databaseUrls({ adminUrl: server.url, dataDir, names: [...subgraphs, 'bus'] });
  const surroundings = {
    MOA_DATA_DIR: dataDir,
    ...(redis ? { REDIS_URL: redis.url } : { BUS_DATABASE_URL: databases.bus }),
    ...variablesFor(subgraphs, 'DATABASE_URL', (subgraph) => databases[subgraph]),
    ...addressesOf(proxies),
  };
  await runCommand('migrate', { ...surroundings, DATABASE_URL: server.url });

  const part = (partName: string, variables: Readonly<Record<string, string>>) =>
    moaPart(partName, { ...surroundings, ...variables }, folder, options);
  const parts = [
    ...subgraphs.map((name) => part(name, { PORT: String(port), SUBGRAPHS: name, ROUTER: '0' })),
    part('router', { PORT: String(port), SUBGRAPHS: ',' }),
    // A router needs no socket to a subgraph in its own process that has no address.
    part('twin', { PORT: String(secondPort), SUBGRAPHS: twins.join(), ...variablesFor(twins, 'URL', () => '') }),
  ];
  closing.defer(async () => {
    await Promise.all(parts.map((running) => running.kill()));
  });
  await startAll(parts);

  const closers = closing.move();
  return formOf({
    name,
    urls: [graphqlAt(port), graphqlAt(secondPort)],
    parts: [...parts, provider.part],
    postgres: postgresOn(dataDir),
    redis,
    proxies,
    lockMs: options.lockMs ?? usualLockMs,
    databases: () => ({ ...databases, sandbox: provider.databaseUrl }),
    close: () => closers.disposeAsync(),
  });
}
