import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from '@moa/testing';

const main = fileURLToPath(new URL('../../../router/src/main.ts', import.meta.url));

/** A router of its own process, always at the same port. */
export class RouterProcess {
  readonly port: number;
  readonly #supergraph: string;
  readonly #subgraphUrl: string;
  #child: ChildProcess | undefined;

  constructor(port: number, supergraph: string, subgraphUrl: string) {
    this.port = port;
    this.#supergraph = supergraph;
    this.#subgraphUrl = subgraphUrl;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Resolves once it may be sent work. */
  async start(): Promise<void> {
    this.#child ??= spawn(process.execPath, [main, '--supergraph', this.#supergraph, '--port', `${this.port}`], {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
        TRUSTED_PROXIES: '127.0.0.1',
        SUBGRAPH_URLS: `things=${this.#subgraphUrl}`,
        PLACES_PER_ADDRESS: '0',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const isReady = () =>
      fetch(`http://${this.address}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(isReady, { timeoutMs: 45_000 });
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}
