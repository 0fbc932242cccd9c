import { WebSocket } from 'ws';
import { sharedClock } from './ticks.ts';

/** An event that has arrived, and how long after its publication. */
export type Delivery = { readonly number: number; readonly milliseconds: number };

type Options = {
  readonly url: string;
  readonly query: string;
  readonly channel: number;
  readonly onEvent: (delivery: Delivery) => void;
  /** The subscription or the socket has ended by itself. */
  readonly onEnd: (why: string) => void;
};

/** One subscriber with a socket of its own (graphql-transport-ws). Resolves once its subscribe message is sent. */
export function openClient({ url, query, channel, onEvent, onEnd }: Options): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    const handle = (bytes: unknown): void => {
      const { type, payload } = JSON.parse(String(bytes));
      if (type === 'next' && payload.data?.ticks?.channel === channel) {
        const { number, publishedAt } = payload.data.ticks;
        onEvent({ number, milliseconds: sharedClock() - publishedAt });
      } else if (type === 'ping') socket.send('{"type":"pong"}');
      else if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { channel } } }));
        resolve(socket);
      } else if (type !== 'pong') onEnd(String(bytes));
    };
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', handle);
    socket.on('error', reject); // after it was opened, `close` follows
    socket.on('close', (code, reason) => {
      onEnd(`${code} ${reason}`);
      reject(new Error(`A socket was closed with ${code} ${reason}.`));
    });
  });
}
