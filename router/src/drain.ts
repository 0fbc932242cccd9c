import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { limits } from './limits.ts';
import type { Sockets } from './subscriptions/sockets.ts';

export type DrainOptions = {
  readonly server: Server;
  readonly sockets: readonly Sockets[];
  /** WebSockets and event streams are closed, and idle connections kept for one more request, within this time. */
  readonly jitterMs: number;
  /** After this, whatever still runs is cut off. */
  readonly hardStopMs: number;
};

/**
 * Stops taking connections and resolves once the last one is gone. Requests in hand are finished, and so is one that is
 * under way on a connection that looks idle from here: that is why idle connections are not closed at once.
 */
export function drain({ server, sockets, jitterMs, hardStopMs }: DrainOptions): Promise<void> {
  return new Promise((resolve) => {
    for (const each of sockets) each.drain(jitterMs);
    // A connection that says nothing, or never ends what it began to ask, is not idle to Node: it has the time of a request to arrive.
    server.headersTimeout = server.requestTimeout = limits.drainRequestMs;
    const hardStop = setTimeout(() => {
      for (const each of sockets) each.terminate();
      server.closeAllConnections();
    }, hardStopMs);
    let sweep: NodeJS.Timeout | undefined;
    const firstSweep = setTimeout(() => {
      server.closeIdleConnections();
      sweep = setInterval(() => server.closeIdleConnections(), 50);
    }, jitterMs);

    // http.Server's own close() would cut the idle connections off at once.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(hardStop);
      clearTimeout(firstSweep);
      clearInterval(sweep);
      server.close(); // ends Node's own check of connections, which would keep the server in memory
      resolve();
    });
  });
}
