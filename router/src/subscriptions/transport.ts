import type { Logger } from '@moa/telemetry';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';

const pingEveryMs = 12_000;

/** Binds one accepted WebSocket to graphql-ws. */
export function bindSocket<Extra extends object>(
  socket: WebSocket,
  protocol: Server<Extra>,
  extra: Extra,
  logger: Logger,
): void {
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      // Resolves once the bytes are on their way, so that a slow client slows its own events down and nothing else.
      send: (text) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) resolve();
          else socket.send(text, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        socket.on('message', (bytes) => {
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
