import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nextMessage, type Started, startNode } from '../../gateways/processes/start.ts';
import type { Answers, Ask } from './probe.ts';

/** A process of Moa that tells what it does. */
export type ProbedProcess = {
  readonly pid: number;
  /** One at a time. */
  readonly ask: <Name extends Ask>(what: Name) => Promise<Answers[Name]>;
  readonly stop: () => Promise<void>;
};

const probe = new URL('probe.ts', import.meta.url).href;

/** Where this checkout of the project lies. */
export const ownCheckout = fileURLToPath(new URL('../../../', import.meta.url));

type Options = {
  readonly name: string;
  /** The folder of the project whose code is run. */
  readonly checkout: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly cores?: readonly number[] | undefined;
};

/** Resolves when the process says that it is ready. @throws with what it said last when it ends before */
export async function startProbed({ name, checkout, variables, cores }: Options): Promise<ProbedProcess> {
  const started = startNode(name, ['--import', probe, path.join(checkout, 'moa/moa.mjs')], {
    cores,
    channel: true,
    env: { ...unset, NODE_NO_WARNINGS: '1', ...variables },
  });
  try {
    await Promise.race([isReady(started), started.failed]);
  } catch (error) {
    await started.stop();
    throw error;
  }
  return {
    pid: started.pid,
    ask<Name extends Ask>(what: Name) {
      const answer = nextMessage<Answers[Name]>(started);
      started.process.send(what);
      return answer;
    },
    stop: started.stop,
  };
}

/** What people have in their environment is not what is measured. */
const unset: NodeJS.ProcessEnv = {
  DATABASE_URL: undefined,
  REDIS_URL: undefined,
  METRICS_PORT: undefined,
  SAFELIST: undefined,
  OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
};

function isReady({ process }: Started): Promise<void> {
  let output = '';
  return new Promise((resolve) => {
    process.stdout?.on('data', (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-10_000);
      if (output.includes('is ready')) resolve();
    });
  });
}
