import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseUrls, provision, startPostgres } from '@moa/db';
import type { FormOptions } from '../form.ts';
import { type Part, partOf } from '../part.ts';
import { endAtExit } from '../servers/postgres.ts';
import type { Folder } from './folder.ts';

const script = fileURLToPath(new URL('../../../subgraphs/pay/sandbox/main.ts', import.meta.url));

/** The payment provider: another company, with a process and a PostgreSQL of its own that no fault of Moa's reaches. */
export async function startProvider(
  folder: Folder,
  port: number,
  { logs }: FormOptions,
  closing: AsyncDisposableStack,
): Promise<{ readonly part: Part; readonly databaseUrl: string }> {
  const dataDir = path.join(folder.path, 'provider');
  await mkdir(dataDir, { mode: 0o711 });
  const postgres = await startPostgres({ dataDir, settings: { max_connections: 40, shared_buffers: '16MB' } });
  closing.defer(postgres.stop);
  endAtExit(dataDir, folder);
  const { sandbox } = databaseUrls({ adminUrl: postgres.url, dataDir, names: ['sandbox'] });
  await provision(postgres.url, [sandbox]);
  const part = partOf({
    name: 'provider',
    script,
    variables: { DATABASE_URL: sandbox, PORT: String(port), LOG_LEVEL: 'warn' },
    readyWhen: 'Sandbox payment provider',
    logFile: path.join(logs, 'provider.log'),
  });
  folder.atExit(() => void part.kill());
  closing.defer(() => part.kill());
  await part.start();
  return { part, databaseUrl: sandbox };
}
