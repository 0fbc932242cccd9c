import { openManyProcesses } from './forms/many-processes.ts';
import { openOneProcess } from './forms/one-process.ts';
import type { Part, PartName } from './part.ts';
import type { FaultyProxy } from './proxy/proxy.ts';
import type { Server } from './servers/server.ts';

/** Everything in one process; a process for each part, with Redis; the same with queues and live log in PostgreSQL. */
export const formNames = ['one-process', 'many-processes', 'without-redis'] as const;
/** In operation. */
export const usualLockMs = 30_000;

export type FormName = (typeof formNames)[number];

/** Moa, running, with everything that can break within reach. */
export type Form = {
  readonly name: FormName;
  /** Where the routers answer GraphQL. */
  readonly urls: readonly string[];
  readonly parts: readonly Part[];
  /** How long a job belongs to its worker. */
  readonly lockMs: number;
  /** @throws when there is none of that name */
  part(name: PartName): Part;
  readonly postgres: Server;
  /** Undefined where the bus stands in PostgreSQL. */
  readonly redis: (Server & { readonly url: string; flush(): Promise<void> }) | undefined;
  /** By what stands behind them: a subgraph's name, or `provider`. */
  readonly proxies: ReadonlyMap<string, FaultyProxy>;
  /** For the auditor, by the name of the part. Read it anew for each look: a server that comes back may have another port. */
  readonly databases: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export type FormOptions = {
  /** The folder that the parts log into, a file each. */
  readonly logs: string;
  /** The broken build that the parts run, if any. */
  readonly broken?: string | undefined;
  /** How long a job belongs to its worker; 30 s, as in operation, when left out. */
  readonly lockMs?: number | undefined;
};

/** Starts Moa in that form on databases, a bus and ports of its own. */
export function openForm(name: FormName, options: FormOptions): Promise<Form> {
  switch (name) {
    case 'one-process':
      return openOneProcess(options);
    case 'many-processes':
    case 'without-redis':
      return openManyProcesses(name, options);
  }
}
