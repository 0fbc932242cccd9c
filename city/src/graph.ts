import { createClient } from 'graphql-ws';
import { type Answer, type Fault, faultOf, type GraphError, post } from './http.ts';
import type { Session } from './session.ts';

/** The graph as one person sees it who is signed in. Nothing of it throws: what goes wrong is told to `onFault`. */
export type Graph = {
  readonly memberId: string;
  /** Queries and mutations, over HTTP. Null when no data came. The type parameter is what the document selects. */
  readonly ask: <Data>(document: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data | null>;
  /** A subscription, over a socket that all of this person's share. It comes back by itself, until `stop` is called or it ends. */
  readonly watch: <Data>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    onEvent: (data: Data) => void,
  ) => { readonly stop: () => void };
  /** Ends subscriptions, and the socket. */
  readonly close: () => Promise<void>;
};

const firstPauseMs = 500;
const longestPauseMs = 5_000;
const pauseBefore = (retry: number): number => Math.min(firstPauseMs * 2 ** retry, longestPauseMs);

/** @param url the graph's address, `http://…` or `https://…` */
export function openGraph(url: string, session: Session, onFault: (fault: Fault) => void): Graph {
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: async () => ({ authorization: `Bearer ${await session.token()}` }),
    // The socket is closed when its token ends, and when the router restarts: both are no faults.
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retry) => new Promise((resolve) => setTimeout(resolve, pauseBefore(retry))),
  });

  return {
    memberId: session.memberId,
    async ask<Data>(document: string, variables: Readonly<Record<string, unknown>> = {}) {
      const { data, faults } = await withToken(session, (token) => post<Data>(url, document, variables, token));
      for (const fault of faults) onFault(fault);
      if (faults.some(({ code }) => code === 'UNAUTHENTICATED')) session.distrust();
      return data;
    },
    watch<Data>(document: string, variables: Readonly<Record<string, unknown>>, onEvent: (data: Data) => void) {
      let stopped = false;
      let unsubscribe = (): void => {};
      let again: NodeJS.Timeout | undefined;
      const begin = (retry: number): void => {
        let heard = false;
        unsubscribe = client.subscribe<Data>(
          { query: document, variables },
          {
            next({ data, errors }) {
              heard = true;
              for (const error of errors ?? []) onFault(faultOf(error));
              if (data && !stopped) onEvent(data);
            },
            error(cause) {
              if (stopped) return;
              for (const fault of faultsIn(cause)) onFault(fault);
              again = setTimeout(() => begin(heard ? 0 : retry + 1), pauseBefore(retry));
            },
            complete: () => {},
          },
        );
      };
      begin(0);
      return {
        stop() {
          stopped = true;
          clearTimeout(again);
          unsubscribe();
        },
      };
    },
    close: async () => client.dispose(),
  };
}

/** Who can't get a token asks nothing. */
async function withToken<Data>(session: Session, ask: (token: string) => Promise<Answer<Data>>): Promise<Answer<Data>> {
  try {
    return await ask(await session.token());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { data: null, faults: [{ code: 'SIGNED_OUT', message, retryAfterSeconds: null }] };
  }
}

/** The protocol's `error` message is a list of GraphQL errors; anything else is a socket that can't be opened again. */
function faultsIn(cause: unknown): readonly Fault[] {
  if (Array.isArray(cause)) return (cause as readonly GraphError[]).map(faultOf); // as above
  return [
    { code: 'SOCKET', message: cause instanceof Error ? cause.message : 'The socket closed.', retryAfterSeconds: null },
  ];
}
