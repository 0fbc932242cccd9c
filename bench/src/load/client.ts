import { createClient } from 'graphql-ws';
import { type Dispatcher, Pool } from 'undici';
import { type Failure, failedBy, readAnswer } from './answer.ts';

/** A person's own way to the public graph. The type parameters are what a document selects. */
export type Client = {
  /** An operation's data. @throws Failure */
  readonly ask: <Data>(document: string, variables?: object) => Promise<Data>;
  /** The first event of a subscription that is the one. @throws Failure, also when it does not come in time */
  readonly hear: <Data>(document: string, variables: object, isIt: (data: Data) => boolean) => Promise<Data>;
};

export type Clients = {
  /** With an access token, or for nobody in particular. */
  readonly clientOf: (token?: string) => Client;
  readonly close: () => Promise<void>;
};

/** Whoever has waited this long for an answer gives up. */
const patienceMs = 30_000;
/** The longest that is promised: a taxi, or that there is none. */
const livePatienceMs = 65_000;

/** @param connections as many as there are people at once, who have one each: nobody waits for another's */
export function openClients(url: string, connections: number): Clients {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, headersTimeout: patienceMs, bodyTimeout: patienceMs });
  const sockets: ReturnType<typeof createClient>[] = [];

  return {
    clientOf(token) {
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const headers = { 'content-type': 'application/json', accept: 'application/json', ...authorization };
      const socket = createClient({
        url: url.replace(/^http/, 'ws'),
        connectionParams: authorization,
        lazyCloseTimeout: 2_000,
        retryAttempts: 0, // who would hide a fault would also hide how often it comes
      });
      sockets.push(socket);
      return {
        async ask<Data>(query: string, variables: object = {}) {
          const body = JSON.stringify({ query, variables });
          return readAnswer<Data>(await send(pool, { path: pathname, method: 'POST', headers, body }));
        },
        hear: (query, variables, isIt) => hear(socket, { query, variables: { ...variables } }, isIt),
      };
    },
    async close() {
      await Promise.all(sockets.map((socket) => socket.dispose()));
      await pool.destroy();
    },
  };
}

/** @throws Failure when no answer came */
async function send(pool: Pool, options: Dispatcher.RequestOptions) {
  try {
    const { statusCode, headers, body } = await pool.request(options);
    return { status: statusCode, retryAfter: headers['retry-after'], text: await body.text() };
  } catch (cause) {
    throw failedBy(cause);
  }
}

function hear<Data>(
  socket: ReturnType<typeof createClient>,
  operation: { readonly query: string; readonly variables: Record<string, unknown> },
  isIt: (data: Data) => boolean,
): Promise<Data> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(late);
      settle();
      stop();
    };
    const fail = (cause: Failure) => end(() => reject(cause));
    const late = setTimeout(() => fail(failedBy(new Error('nothing came in time'))), livePatienceMs);
    const stop = socket.subscribe<Data>(operation, {
      next: ({ data, errors }) => {
        if (errors) fail(failedBy(errors));
        else if (data && isIt(data)) end(() => resolve(data));
      },
      error: (cause) => fail(failedBy(cause)),
      complete: () => fail(failedBy(new Error('the subscription ended before'))),
    });
  });
}
