import type { Logger } from '@moa/telemetry';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { limits } from '../limits.ts';
import type { Outlet } from './slow-reader.ts';

const pingEveryMs = 12_000;
/** "Policy violation" (RFC 6455); clients don't come back by themselves after it. */
const tooManyMessages = 1008;

/** Binds one accepted WebSocket to graphql-ws. */
export function bindSocket<Extra extends object>(
  socket: WebSocket,
  protocol: Server<Extra>,
  extra: Extra,
  logger: Logger,
): void {
  const hasRoom = createAllowance(socket);
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      // Resolves once the bytes are on their way, so that a slow client slows its own events down and nothing else.
      send: (text) =>
        new Promise((resolve) => {
          if (socket.readyState !== socket.OPEN) resolve();
          else socket.send(text, () => resolve()); // where it fails the socket is closing, which ends what runs on it
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        socket.on('message', (bytes) => {
          if (!hasRoom()) return;
          handle(String(bytes)).catch((error: unknown) => {
            logger.error({ err: error }, 'A message on a WebSocket could not be handled');
            socket.close(CloseCode.InternalServerError, 'Internal server error');
          });
        });
      },
    },
    extra,
  );

  let answered = true;
  const heartbeat = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, pingEveryMs);
  socket.on('ping', hasRoom);
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('error', (error) => logger.debug({ err: error }, 'A WebSocket failed')); // ws closes it with the fitting code
  socket.once('close', (code, reason) => {
    clearInterval(heartbeat);
    Promise.resolve(closed(code, String(reason))).catch((error: unknown) =>
      logger.error({ err: error }, 'A closed WebSocket could not be cleaned up'),
    );
  });
}

/** Where the answers of one subscription go, as `next` messages of graphql-transport-ws. */
export const answersOn = (socket: WebSocket, id: string): Outlet => new Answers(socket, id);

/** A class, for there is one for each subscription of a client. */
class Answers implements Outlet {
  readonly #socket: WebSocket;
  readonly #id: string;

  constructor(socket: WebSocket, id: string) {
    this.#socket = socket;
    this.#id = id;
  }

  get unread(): number {
    return this.#socket.bufferedAmount;
  }

  write(answer: string, taken?: () => void): void {
    const message = `{"id":${JSON.stringify(this.#id)},"type":"next","payload":${answer}}`;
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(message, taken);
    else if (taken) queueMicrotask(taken); // its close ends what runs on it
  }
}

/** Cuts off who asks faster than allowed, or asks on without reading the answers: those would fill our memory. */
function createAllowance(socket: WebSocket): () => boolean {
  let left: number = limits.socketMessagesAtOnce;
  let countedAt = performance.now();
  return () => {
    if (socket.readyState !== socket.OPEN) return false;
    const now = performance.now();
    const earned = ((now - countedAt) / 1000) * limits.socketMessagesPerSecond;
    left = Math.min(left + earned, limits.socketMessagesAtOnce) - 1;
    countedAt = now;
    if (socket.bufferedAmount > limits.socketUnreadBytes) socket.terminate();
    else if (left < 0) socket.close(tooManyMessages, 'Too many messages');
    else return true;
    return false;
  };
}
