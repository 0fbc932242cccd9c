import { until } from '@moa/testing';
import { WebSocket } from 'ws';

type Message = { readonly type: string; readonly id?: string; readonly payload?: unknown };

/** A graphql-transport-ws client that speaks message by message, for what well-behaved clients never do. */
export class RawSocket {
  readonly received: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (bytes) => this.received.push(JSON.parse(String(bytes))));
    this.closed = new Promise((resolve) =>
      socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })),
    );
  }

  static async open(url: string, init: unknown = {}, headers: Record<string, string> = {}): Promise<RawSocket> {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws', { headers });
    const raw = new RawSocket(socket);
    await new Promise((resolve, reject) => {
      socket.on('open', resolve);
      socket.on('error', reject);
    });
    if (init) raw.send({ type: 'connection_init', payload: init });
    return raw;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } });
  }

  /** Resolves when everything that was sent until now has been taken in. */
  async answered(): Promise<void> {
    const before = this.received.filter(({ type }) => type === 'pong').length;
    this.send({ type: 'ping' });
    await until(() => this.received.filter(({ type }) => type === 'pong').length > before);
  }

  of(id: string): Message[] {
    return this.received.filter((message) => message.id === id);
  }
}
