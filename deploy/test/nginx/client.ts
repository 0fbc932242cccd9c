import { until } from '@moa/testing';
import { createClient } from 'graphql-ws';
import { Agent, fetch } from 'undici';
import { WebSocket } from 'ws';
import type { Ground } from './ground.ts';

/** What came of a request; status 0 when the connection broke off. */
export type Outcome = { readonly status: number; readonly text: string };

/** A client that takes a new connection for each request, so that no request is lost with a connection that was just being closed. */
export function openClient({ ca, settings }: Ground) {
  const url = `https://localhost:${settings.httpsPort}/graphql`;
  const agent = new Agent({ pipelining: 0, allowH2: false, connect: { ca } });
  const ask = async (query: string): Promise<Outcome> => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query }),
        dispatcher: agent,
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      return { status: 0, text: String(error instanceof Error ? error.cause : error) };
    }
  };
  return { ask, load: (query: string) => startLoad(() => ask(query)), close: () => agent.close() };
}

const users = 8;

export type Load = {
  /** Resolves when so many more have been answered. */
  more(count: number): Promise<unknown>;
  /** Waits for those under way. */
  stop(): Promise<Outcome[]>;
};

/** Users who ask again as soon as they have been answered. */
function startLoad(ask: () => Promise<Outcome>): Load {
  const outcomes: Outcome[] = [];
  let over = false;
  const user = async (): Promise<void> => {
    while (!over) outcomes.push(await ask());
  };
  const all = Promise.all(Array.from({ length: users }, user));
  return {
    more(count) {
      const goal = outcomes.length + count;
      return until(() => outcomes.length >= goal, { timeoutMs: 20_000 });
    },
    async stop() {
      over = true;
      await all;
      return outcomes;
    },
  };
}

/** Subscribes on a WebSocket of its own, without retries. */
export function watch({ ca, settings }: Ground, query: string) {
  const client = createClient({
    url: `wss://localhost:${settings.httpsPort}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { ca });
      }
    },
    retryAttempts: 0,
  });
  const events = client.iterate({ query });
  return { next: async () => (await events.next()).value?.data, close: () => client.dispose() };
}
