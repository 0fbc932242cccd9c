import type { Viewer } from '@moa/identity';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Authenticator } from '../authenticate.ts';
import { viewerAt } from '../client-address.ts';
import { RouterError } from '../errors.ts';
import type { SignedInSockets } from './signed-in-sockets.ts';
import type { SocketPlaces } from './socket-places.ts';

/** Who speaks on a socket, from connection_init on. */
export type Session = {
  readonly socket: WebSocket;
  /** Where it was opened from. */
  readonly address: string | undefined;
  /**
   * Subscriptions on it. graphql-ws knows them by their ids, and loses sight of one whose id a client uses anew before the
   * operation that had it is done.
   */
  readonly running: Set<AsyncGenerator<never, undefined>>;
  viewer?: Viewer;
  expiry?: NodeJS.Timeout;
  signedInAs?: string;
  leavePlace?: () => void;
};

/** Clients take it for what it is and come again by themselves, after a while. */
const tryAgainLater = 1013;

/** The longest that setTimeout can wait, 24 days: the owner of a token that lives longer is asked for it again then. */
export const longestTimeoutMs = 2 ** 31 - 1;

/** Answers connection_init: false closes the socket with 4403 (the protocol's "Forbidden"). */
export async function beginSession(
  session: Session,
  parameters: Readonly<Record<string, unknown>> | undefined,
  authenticate: Authenticator,
  signedIn: SignedInSockets,
  places: SocketPlaces,
): Promise<boolean> {
  try {
    const { viewer, expiresAt, sessionId } = await authenticate(authorizationIn(parameters));
    session.viewer = viewerAt(viewer, session.address);
    if (session.socket.readyState !== session.socket.OPEN) return true;
    const leavePlace = places.take(session.viewer);
    if (!leavePlace) {
      session.socket.close(tryAgainLater, 'Too many connections');
      return false;
    }
    session.leavePlace = leavePlace;
    if (sessionId !== undefined) {
      session.signedInAs = sessionId;
      signedIn.add(sessionId, session.socket);
    }
    if (expiresAt !== undefined) {
      const left = Math.min(expiresAt - Date.now(), longestTimeoutMs);
      session.expiry = setTimeout(() => session.socket.close(CloseCode.Forbidden, 'Forbidden'), left);
    }
    return true;
  } catch (error) {
    if (!(error instanceof RouterError)) throw error;
    if (error.code === 'AUTHENTICATION_UNAVAILABLE')
      session.socket.close(tryAgainLater, 'Authentication is unavailable');
    return false;
  }
}

/** Notes a subscription for as long as it runs. */
export function runOn({ running }: Session, subscription: AsyncGenerator<never, undefined>): typeof subscription {
  const forget = (): void => void running.delete(subscription);
  running.add(subscription);
  subscription.next().then(forget, forget);
  return subscription;
}

export function endSession(
  { expiry, signedInAs, leavePlace, running, socket }: Session,
  signedIn: SignedInSockets,
): void {
  clearTimeout(expiry);
  for (const subscription of running) void subscription.return(undefined);
  leavePlace?.();
  if (signedInAs !== undefined) signedIn.delete(signedInAs, socket);
}

/** Clients differ: flat or under `headers`, in any case. */
function authorizationIn(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  if (!parameters) return undefined;
  const flat = entry(parameters, 'authorization');
  if (flat) return String(flat);
  const headers = entry(parameters, 'headers');
  const nested = typeof headers === 'object' && headers !== null ? entry(headers, 'authorization') : undefined;
  return nested ? String(nested) : undefined;
}

const entry = (record: object, name: string): unknown =>
  Object.entries(record).find(([key]) => key.toLowerCase() === name)?.[1];
