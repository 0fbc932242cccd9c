import type { FastifyInstance } from 'fastify';
import type { Authenticated, Authenticator } from '../../authenticate.ts';
import { type ClientAddress, viewerAt } from '../../client-address.ts';
import { RouterError, refusal } from '../../errors.ts';
import { writeLine } from '../../execute/json-text.ts';
import { refuseOverload } from '../../graphql-route.ts';
import { limits } from '../../limits.ts';
import { longestTimeoutMs } from '../session.ts';
import { createSignedInSockets, type SignedInSockets } from '../signed-in-sockets.ts';
import { createSocketPlaces } from '../socket-places.ts';
import type { Sockets } from '../sockets.ts';
import { type AnswerOptions, answer } from './answer.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { readStreamRequest } from './request.ts';

export type EventStreamOptions = AnswerOptions & {
  readonly authenticate: Authenticator;
  readonly addressOf: ClientAddress;
  readonly placesPerAddress: number;
};

/** Serves `path` over server-sent events: one operation on each response. */
export function registerEventStreams(app: FastifyInstance, path: string, options: EventStreamOptions): Sockets {
  const { authenticate, addressOf, placesPerAddress } = options;
  const signedIn = createSignedInSockets(authenticate);
  const places = createSocketPlaces({ perMember: limits.streamsPerMember, perAddress: placesPerAddress });
  const open = new Set<EventStream>();
  const departures = new Set<NodeJS.Timeout>();
  let draining = false;

  app.route({
    method: ['GET', 'POST'],
    url: path,
    onRequest: refuseOverload(options.load),
    async handler(request, reply) {
      reply.header('cache-control', 'no-store');
      const { id: requestId, method, headers, query, body, raw } = request;
      const asked = readStreamRequest({ method, headers, query, body });
      const known = await authenticate(headers.authorization);
      if (draining) throw new RouterError('SERVICE_UNAVAILABLE');
      const viewer = viewerAt(known.viewer, addressOf(raw));
      const leavePlace = places.take(viewer);
      if (!leavePlace) throw new RouterError('TOO_MANY_SUBSCRIPTIONS', 'You have as many subscriptions as you may.');
      const stream = openEventStream(reply);
      open.add(stream);
      stream.onClose(() => {
        open.delete(stream);
        leavePlace();
      });
      endWithSession(stream, known, signedIn, () => {
        stream.write(writeLine(refusal(new RouterError('UNAUTHENTICATED'), requestId)));
        stream.complete();
      });
      void answer(stream, { asked, viewer, requestId, clientHeaders: headers, mayChange: method === 'POST' }, options);
      return reply;
    },
  });
  app.server.once('close', signedIn.close);

  return {
    get size() {
      return open.size;
    },
    drain(jitterMs) {
      draining = true;
      for (const stream of open) departures.add(setTimeout(stream.drain, Math.random() * jitterMs));
    },
    terminate() {
      for (const departure of departures) clearTimeout(departure);
      for (const stream of open) stream.destroy();
    },
  };
}

/** When the token expires or its session is revoked. */
function endWithSession(
  stream: EventStream,
  { expiresAt, sessionId }: Authenticated,
  signedIn: SignedInSockets,
  end: () => void,
): void {
  if (expiresAt !== undefined) {
    const expiry = setTimeout(end, Math.min(expiresAt - Date.now(), longestTimeoutMs));
    stream.onClose(() => clearTimeout(expiry));
  }
  if (sessionId === undefined) return;
  const session = { close: end };
  signedIn.add(sessionId, session);
  stream.onClose(() => signedIn.delete(sessionId, session));
}
