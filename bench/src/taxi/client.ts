import { createClient } from 'graphql-ws';
import { Pool } from 'undici';

/** One person's way to a graph. The type parameters are what a document selects. */
export type Client = {
  readonly memberId: string;
  /** An operation's data. @throws when it has none */
  ask<Data>(query: string, variables: object): Promise<Data>;
  /** Follows a subscription until `stop`. */
  watch<Data>(query: string, variables: object, see: (data: Data) => void): { readonly stop: () => void };
};

/** Who asks: as a header for HTTP, and what else a subscription says. */
export type Credentials = {
  readonly header: () => Promise<string>;
  readonly extensions: () => Promise<Record<string, unknown> | undefined>;
};

/** Connections to one graph. */
export type Line = {
  /** `own` is whether the person's subscriptions have a socket of their own. */
  readonly clientOf: (memberId: string, credentials: Credentials, own: boolean) => Client;
  readonly close: () => Promise<void>;
};

type Sockets = ReturnType<typeof createClient>;

/** @param url the graph's address, `http://…` */
export function openLine(url: string): Line {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 512, pipelining: 1, headersTimeout: 70_000, bodyTimeout: 70_000 });
  const opened: Sockets[] = [];
  const open = (header?: () => Promise<string>): Sockets => {
    const sockets = createClient({
      url: url.replace(/^http/, 'ws'),
      lazy: false,
      onNonLazyError: () => {}, // the next subscription connects again, or fails and says so
      retryAttempts: 5,
      ...(header && { connectionParams: async () => ({ authorization: await header() }) }),
    });
    opened.push(sockets);
    return sockets;
  };
  let shared: Sockets | undefined;

  return {
    clientOf(memberId, { header, extensions }, own) {
      shared ??= own ? undefined : open();
      const sockets = own ? open(header) : (shared ?? open());
      return {
        memberId,
        async ask<Data>(query: string, variables: object) {
          const { body } = await pool.request({
            method: 'POST',
            path: pathname,
            headers: { 'content-type': 'application/json', authorization: await header() },
            body: JSON.stringify({ query, variables }),
          });
          return dataOf(await body.json()) as Data; // the caller wrote the document, and so knows the shape
        },
        watch<Data>(query: string, variables: object, see: (data: Data) => void) {
          let stopped = false;
          let stop = () => {};
          extensions().then((more) => {
            if (stopped) return;
            stop = sockets.subscribe<Data>(
              { query, variables: { ...variables }, ...(more && { extensions: more }) },
              {
                next: ({ data }) => data && !stopped && see(data),
                error: () => {}, // who waits for an event notes that none comes
                complete: () => {},
              },
            );
          });
          return {
            stop() {
              stopped = true;
              stop();
            },
          };
        },
      };
    },
    async close() {
      await Promise.all(opened.map((sockets) => sockets.dispose()));
      await pool.close();
    },
  };
}

function dataOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'data' in answer && answer.data) return answer.data;
  throw new Error(`No data came: ${JSON.stringify(answer)?.slice(0, 300)}`);
}
