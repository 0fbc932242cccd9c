import { fileURLToPath } from 'node:url';
import { nextMessage, startNode } from '../processes/start.ts';

/** One run of the load generator. */
export type Run = {
  readonly url: string;
  /** Beside those that say that it is JSON. */
  readonly headers: Readonly<Record<string, string>>;
  /** The request's JSON. */
  readonly body: string;
  /** What every answer must be, to the byte. */
  readonly expected: string;
  readonly seconds: number;
  readonly connections: number;
};

export type Measured = {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds that half of the requests took, and that all but one in a hundred did. */
  readonly p50: number;
  readonly p99: number;
  /** What was not the expected answer, in words; empty when all were. */
  readonly faults: string;
};

export type Load = { readonly run: (run: Run) => Promise<Measured>; readonly close: () => Promise<void> };

const program = fileURLToPath(new URL('autocannon.ts', import.meta.url));

/** A load generator in a process of its own; it does one run at a time. */
export function openLoad(cores: readonly number[] | undefined): Load {
  const process = startNode('The load generator', [program], { cores, channel: true });
  return {
    run(run) {
      const measured = nextMessage<Measured>(process);
      process.process.send(run);
      return measured;
    },
    close: process.stop,
  };
}
