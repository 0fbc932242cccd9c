import type { Dispatcher } from 'undici';

/** An HTTP answer, whole. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
};

export type HttpRequest = {
  readonly path: string;
  /** Name and value by turns. */
  readonly headers: string[];
  readonly body: string;
};

/** No answer came in time; the request may have been carried out. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** The connection broke before any of the answer came: the peer has closed it meanwhile, or has gone. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** POSTs through `pool` and reads the answer. @throws DeadlinePassed after `ms`, ConnectionLost, or what undici throws */
export function exchange(pool: Dispatcher, { path, headers, body }: HttpRequest, ms: number): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    pool.dispatch({ path, method: 'POST', headers, body }, new Exchange(ms, resolve, reject));
  });
}

const lost = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** undici's own `request` does the same by way of a stream, in twice the time. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (reason: Error) => void;
  readonly #deadline: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #expired: DeadlinePassed | undefined;
  #status = 0;
  #headers: HttpAnswer['headers'] = {};
  #chunks: Buffer[] = [];

  constructor(ms: number, resolve: (answer: HttpAnswer) => void, reject: (reason: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#deadline = setTimeout(() => this.#expire(ms), ms);
  }

  #expire(ms: number): void {
    this.#expired = new DeadlinePassed(`No answer within ${Math.round(ms)} ms.`);
    this.#controller?.abort(this.#expired);
    this.#reject(this.#expired); // it may still be waiting for a connection
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#expired) controller.abort(this.#expired);
  }

  onResponseStart(_controller: unknown, status: number, headers: HttpAnswer['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.#deadline);
    const [first, ...others] = this.#chunks;
    const text = first ? (others.length === 0 ? first : Buffer.concat(this.#chunks)).toString() : '';
    this.#resolve({ status: this.#status, headers: this.#headers, text });
  }

  onResponseError(_controller: unknown, error: Error & { readonly code?: unknown }): void {
    clearTimeout(this.#deadline);
    const broken = this.#status === 0 && !this.#expired && lost.has(String(error.code));
    this.#reject(broken ? new ConnectionLost('The connection broke.', { cause: error }) : error);
  }
}
