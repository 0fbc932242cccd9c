import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issuer's feed of revoked sessions, which holds its answer back until there is news. */
export class RevokedFeed {
  readonly #entries: { sid: string; until: string }[] = [];
  readonly #waiting = new Set<ServerResponse>();
  /** The cursors that were asked with, in order. */
  readonly asked: (string | null)[] = [];
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/revoked`;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      const after = new URL(request.url ?? '', this.url).searchParams.get('after');
      this.asked.push(after);
      if (after === null || Number(after) < this.#entries.length) return this.#answer(response, Number(after ?? 0));
      this.#waiting.add(response);
      return response.on('close', () => this.#waiting.delete(response));
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port; // a TCP server that listens has such an address
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  revoke(...sids: string[]): void {
    this.revokeUntil(Date.now() + 600_000, ...sids);
  }

  revokeUntil(until: number, ...sids: string[]): void {
    const from = this.#entries.length;
    this.#entries.push(...sids.map((sid) => ({ sid, until: new Date(until).toISOString() })));
    for (const response of this.#waiting) this.#answer(response, from);
  }

  /** As a wiped issuer: nothing was ever revoked. */
  forget(): void {
    this.#entries.length = 0;
  }

  #answer(response: ServerResponse, from: number): void {
    this.#waiting.delete(response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ revoked: this.#entries.slice(from), next: String(this.#entries.length) }));
  }
}
