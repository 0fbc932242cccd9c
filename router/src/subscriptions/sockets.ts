import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { ClientAddress } from '../client-address.ts';
import { limits } from '../limits.ts';
import { createProtocol, type ProtocolOptions } from './protocol.ts';
import type { Session } from './session.ts';
import { createSignedInSockets } from './signed-in-sockets.ts';
import { bindSocket } from './transport.ts';

export interface Sockets {
  /** How many are open. */
  readonly size: number;
  /** Accepts no more sockets and sends each one away with 1012 ("service restart") within `jitterMs`. */
  drain(jitterMs: number): void;
  /** Ends what is left, without a word. */
  terminate(): void;
}

export type SocketOptions = Omit<ProtocolOptions, 'signedIn'> & { readonly addressOf: ClientAddress };

/** Serves `path` of an HTTP server over WebSocket. */
export function openSockets(server: HttpServer, path: string, options: SocketOptions): Sockets {
  const signedIn = createSignedInSockets(options.authenticate);
  const protocol = createProtocol({ ...options, signedIn });
  const accept = new WebSocketServer({
    noServer: true,
    maxPayload: limits.socketFrameBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const departures = new Set<NodeJS.Timeout>();
  let draining = false;

  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on('error', (error) =>
      options.logger.debug({ err: error }, 'A connection failed before it was a WebSocket'),
    );
    if (draining) refuse(stream, '503 Service Unavailable');
    else if (request.url?.split('?')[0] !== path) refuse(stream, '404 Not Found');
    else {
      const address = options.addressOf(request);
      accept.handleUpgrade(request, stream, head, (socket) => {
        const session: Session = { socket, address, running: new Set() };
        bindSocket(socket, protocol, session, options.logger);
      });
    }
  };
  server.on('upgrade', onUpgrade);
  server.once('close', signedIn.close);

  return {
    get size() {
      return accept.clients.size;
    },
    drain(jitterMs) {
      draining = true;
      for (const socket of accept.clients) {
        // Spread out, so that the clients don't all knock at the next router at once.
        const departure = setTimeout(() => socket.close(1012, 'Service restart'), Math.random() * jitterMs);
        departures.add(departure);
      }
    },
    terminate() {
      for (const departure of departures) clearTimeout(departure);
      for (const socket of accept.clients) socket.terminate();
    },
  };
}

/** A caller that never hangs up would keep its half of the connection, and `close` of the router waiting. */
function refuse(stream: Duplex, status: string): void {
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
