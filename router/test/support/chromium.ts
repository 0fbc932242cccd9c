import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@moa/testing';
import { WebSocket } from 'ws';

const program = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
export const hasChromium = program !== undefined;

type Message = { id?: number; method?: string; params?: unknown; result?: unknown; error?: { message: string } };

/** A real browser without a window, driven through its DevTools protocol. */
export class Chromium {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  readonly #listeners: ((method: string, params: unknown) => void)[] = [];
  #calls = 0;
  #session: string | undefined;

  private constructor(process: ChildProcess, folder: string, socket: WebSocket) {
    this.#process = process;
    this.#folder = folder;
    this.#socket = socket;
    socket.on('message', (bytes) => this.#receive(JSON.parse(String(bytes))));
  }

  static async open(): Promise<Chromium> {
    const folder = await mkdtemp(path.join(tmpdir(), 'router-chromium-'));
    const flags = [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-port=0',
      '--lang=en',
      '--window-size=1280,720',
      '--disable-background-networking', // only pages ask for anything
    ];
    const child = spawn(program ?? '', [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    process.once('exit', () => child.kill('SIGKILL')); // a worker that ends early takes its browser with it
    let output = '';
    const address = await new Promise<string>((resolve, reject) => {
      child.stderr.on('data', (chunk) => {
        output += chunk;
        const [found] = /ws:\/\/\S+/.exec(output) ?? [];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error(`Chromium did not start:\n${output}`)));
    });
    const socket = new WebSocket(address);
    await once(socket, 'open');
    const browser = new Chromium(child, folder, socket);
    const { targetId } = await browser.call<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
    });
    const { sessionId } = await browser.call<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    browser.#session = sessionId;
    await browser.call('Log.enable');
    return browser;
  }

  /** The type parameter is what the protocol says of the result. */
  call<Result = unknown>(method: string, params: object = {}): Promise<Result> {
    const id = ++this.#calls;
    this.#socket.send(JSON.stringify({ id, method, params, ...(this.#session && { sessionId: this.#session }) }));
    return new Promise((resolve, reject) =>
      this.#waiting.set(id, { resolve: (result) => resolve(result as Result), reject }),
    );
  }

  on(listener: (method: string, params: unknown) => void): void {
    this.#listeners.push(listener);
  }

  /** Answers each request for an address of this pattern itself; without a body it fails as when offline. */
  async serve(urlPattern: string, body: string | undefined): Promise<void> {
    this.on((method, params) => {
      if (method !== 'Fetch.requestPaused') return;
      const { requestId } = params as { requestId: string }; // as the protocol says
      const answer =
        body === undefined
          ? this.call('Fetch.failRequest', { requestId, errorReason: 'InternetDisconnected' })
          : this.call('Fetch.fulfillRequest', {
              requestId,
              responseCode: 200,
              responseHeaders: [{ name: 'content-type', value: 'text/javascript' }],
              body: Buffer.from(body).toString('base64'),
            });
      answer.catch(() => {}); // the page may be gone
    });
    await this.call('Fetch.enable', { patterns: [{ urlPattern }] });
  }

  async visit(url: string): Promise<void> {
    await this.call('Page.navigate', { url });
    const there = `location.origin === new URL('${url}').origin && document.readyState === 'complete'`;
    await until(() => this.read<boolean>(there).catch(() => false)); // the page that goes takes the question along
  }

  /** The value of a JavaScript expression in the page, as JSON. */
  async read<Value>(expression: string): Promise<Value> {
    type Evaluated = { result: { value: Value }; exceptionDetails?: { text: string } };
    const { result, exceptionDetails } = await this.call<Evaluated>('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  /** A PNG of what is seen. */
  async picture(): Promise<Buffer> {
    const { data } = await this.call<{ data: string }>('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  }

  async press(key: 'Tab' | 'Enter'): Promise<void> {
    const text = key === 'Enter' ? { text: '\r' } : {};
    const code = { key, code: key, windowsVirtualKeyCode: key === 'Tab' ? 9 : 13 };
    await this.call('Input.dispatchKeyEvent', { type: 'keyDown', ...code, ...text });
    await this.call('Input.dispatchKeyEvent', { type: 'keyUp', ...code });
  }

  async close(): Promise<void> {
    this.#socket.terminate();
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      for (const listener of this.#listeners) listener(method ?? '', params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
