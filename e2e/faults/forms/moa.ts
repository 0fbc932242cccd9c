import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SubgraphName, subgraphs } from '@moa/contracts';
import type { FormOptions } from '../form.ts';
import { type Part, type PartName, partOf } from '../part.ts';
import { preloadOption } from '../preload/tell.ts';
import type { Folder } from './folder.ts';

const script = fileURLToPath(new URL('../../../moa/moa.mjs', import.meta.url));

/** Ports side by side that one process of Moa may take. */
export const portsEach = 25;

/** Where a subgraph of the process with that first port listens. */
export const portOf = (name: SubgraphName, first: number): number => first + 1 + subgraphs.indexOf(name);

export const graphqlAt = (port: number): string => `http://127.0.0.1:${port}/graphql`;

/** A process of Moa, with what breaks it from within loaded beside it. It has not been started. */
export function moaPart(
  name: PartName,
  variables: Readonly<Record<string, string>>,
  folder: Folder,
  { broken, lockMs, logs }: FormOptions,
): Part {
  const part = partOf({
    name,
    script,
    readyWhen: 'is ready',
    logFile: path.join(logs, `${name}.log`),
    variables: {
      MOA_DATA_DIR: path.join(folder.path, 'moa'),
      MUTATIONS_PER_MINUTE: '0', // a crowd is faster than people
      ACCESS_TOKEN_MINUTES: '1440', // nobody has to sign in again
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: preloadOption,
      ...(broken !== undefined && { FAULTS_BROKEN: broken }),
      ...(lockMs !== undefined && { FAULTS_LOCK_MS: String(lockMs) }),
      ...variables,
    },
  });
  folder.atExit(() => void part.kill());
  return part;
}
