import path from 'node:path';
import { subgraphs } from '@moa/contracts';
import { databaseUrls, runningUrl } from '@moa/db';
import { freePorts } from '@moa/testing';
import { type Form, type FormOptions, usualLockMs } from '../form.ts';
import type { Part } from '../part.ts';
import { endAtExit, postgresOn } from '../servers/postgres.ts';
import { openFolder } from './folder.ts';
import { formOf } from './form-of.ts';
import { graphqlAt, moaPart, portOf, portsEach } from './moa.ts';
import { startProvider } from './provider.ts';
import { addressesOf, openWays } from './ways.ts';

/** Those that other subgraphs call. The router finds them by their address, too; to the rest it needs no socket. */
const called = ['delivery', 'pay'] as const;

/** `npm start`: everything in one process, on the PostgreSQL that it brings along as database and as bus. */
export async function openOneProcess(options: FormOptions): Promise<Form> {
  await using closing = new AsyncDisposableStack();
  const folder = await openFolder();
  closing.defer(folder.remove);
  const dataDir = path.join(folder.path, 'moa');
  const port = await freePorts(portsEach + 1);
  const providerPort = port + portsEach;
  const provider = await startProvider(folder, providerPort, options, closing);
  const proxies = await openWays(
    [...called.map((name) => [name, portOf(name, port)] as const), ['provider', providerPort]],
    closing,
  );
  const postgres = postgresOn(dataDir);
  endAtExit(dataDir, folder);
  closing.defer(postgres.kill);

  const moa = moaPart('moa', { PORT: String(port), ...addressesOf(proxies) }, folder, options);
  closing.defer(() => moa.kill());
  let databases: Readonly<Record<string, string>> = {};
  const started: Part = {
    ...moa,
    async start(how) {
      await moa.start(how);
      // The server that it starts takes any free port.
      const adminUrl = (await runningUrl(dataDir)) ?? '';
      databases = databaseUrls({ adminUrl, dataDir, names: [...subgraphs, 'bus'] });
    },
  };
  await started.start();

  const closers = closing.move();
  return formOf({
    name: 'one-process',
    urls: [graphqlAt(port)],
    parts: [started, provider.part],
    postgres,
    redis: undefined,
    proxies,
    lockMs: options.lockMs ?? usualLockMs,
    databases: () => ({ ...databases, sandbox: provider.databaseUrl }),
    close: () => closers.disposeAsync(),
  });
}
