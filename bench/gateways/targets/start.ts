import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../processes/free-port.ts';
import { type Started, startNode } from '../processes/start.ts';
import type { Target } from './target.ts';

/** A gateway that runs and answers. */
export type Gateway = {
  readonly target: Target;
  readonly url: string;
  readonly process: Started;
  /** Seconds from the start of its process to its first answer. */
  readonly startSeconds: number;
};

const patienceMs = 60_000;

export async function startGateway(
  target: Target,
  supergraphFile: string,
  place: {
    readonly cores: readonly number[] | undefined;
    readonly openFiles?: number;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<Gateway> {
  const port = await freePort();
  const began = performance.now();
  const process = startNode(target.name, target.args(supergraphFile, port), {
    ...place,
    env: { ...quiet, ...place.env, ...target.env?.(supergraphFile) },
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  try {
    await Promise.race([answers(url), process.failed]);
  } catch (error) {
    await process.stop();
    throw error;
  }
  return { target, url, process, startSeconds: (performance.now() - began) / 1000 };
}

/** As in production, alone, and without telling anybody. */
const quiet: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  APOLLO_TELEMETRY_DISABLED: 'true',
  DRAIN_MS: '1000',
  REDIS_URL: undefined,
  DATABASE_URL: undefined,
  OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
};

async function answers(url: string): Promise<void> {
  const patience = AbortSignal.timeout(patienceMs);
  while (true) {
    patience.throwIfAborted();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    }).catch(() => undefined);
    if (response?.ok) return;
    await pause(50);
  }
}
