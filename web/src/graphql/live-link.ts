import { ApolloLink, CombinedGraphQLErrors } from '@apollo/client';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { Observable } from 'rxjs';
import { accessToken } from '../session/access-token.ts';
import { currentSession, onSessionChange } from '../session/session.ts';
import { noteListener, setConnection } from './connection.ts';
import { graphqlPath } from './post.ts';

declare module '@apollo/client' {
  interface DefaultContext {
    /**
     * For a subscription to the items of a list: the variables with which it goes on after a break, made of the last event. One that
     * tells the present state first needs none.
     */
    resume?: (data: Record<string, unknown>) => Record<string, unknown>;
  }
}

const longestWaitMs = 15_000;

/**
 * One socket for all subscriptions of the page, opened with the first and closed after the last. After a break it comes again by
 * itself for as long as it takes, each time with a good token, and takes up every subscription.
 */
const socket = createClient({
  url: () => new URL(graphqlPath, location.href.replace(/^http/, 'ws')).href,
  connectionParams: async () => {
    const token = await accessToken();
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  },
  lazyCloseTimeout: 3_000,
  keepAlive: 12_000,
  retryAttempts: Number.POSITIVE_INFINITY,
  retryWait: async (retries) => {
    const wait = Math.min(longestWaitMs, 400 * 2 ** retries);
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
  },
  shouldRetry: () => true,
  on: {
    connecting: (isRetry) => setConnection(isRetry ? 'broken' : 'connecting'),
    connected: () => setConnection('live'),
    closed: () => setConnection('broken'),
  },
});

/** Sockets speak for one member: another one gets another socket. */
let owner = currentSession()?.member.id;
onSessionChange(() => {
  const next = currentSession()?.member.id;
  if (next !== owner) socket.terminate();
  owner = next;
});

export const liveLink = new ApolloLink(
  (operation) =>
    new Observable((observer) => {
      const { resume } = operation.getContext();
      // graphql-ws reads it anew at each break, so what changes here is where the next one begins.
      const payload = {
        query: print(operation.query),
        operationName: operation.operationName ?? null,
        variables: { ...operation.variables },
      };
      const leave = noteListener();
      const unsubscribe = socket.subscribe<Record<string, unknown>>(payload, {
        next: (result) => {
          if (resume && result.data) Object.assign(payload.variables, resume(result.data));
          observer.next(result as ApolloLink.Result); // the same shape; graphql-ws allows null for what may be left out
        },
        error: (fault) => observer.error(asError(fault)),
        complete: () => observer.complete(),
      });
      return () => {
        unsubscribe();
        leave();
      };
    }),
);

function asError(fault: unknown): Error {
  if (Array.isArray(fault)) return new CombinedGraphQLErrors({ errors: fault }, fault);
  return fault instanceof Error ? fault : new TypeError('The connection for live events was lost.');
}
