import { readFileSync } from 'node:fs';
import { migrate } from '@moa/database';
import { anonymous } from '@moa/identity';
import { everybodyIsAnonymous, openRouter, type RouterOptions } from '@moa/router';
import { serveSubgraph } from '@moa/subgraph/testing';
import { database, openSubway } from '@moa/subway-subgraph';
import { createLogger } from '@moa/telemetry';
import { Pool } from 'undici';
import { createDatabase } from '../postgres/databases.ts';
import type { Question } from './questions.ts';

/** Questions under way at a time, as many as there are clients. */
export const concurrency = 8;

/** Where questions can be asked. */
export type Door = {
  /** Whether an answer is given again to the next one who asks the same. */
  readonly keeps: boolean;
  /** The answer's text. @throws when it is not one with the status 200 */
  ask(question: Question): Promise<string>;
};

/** The subway subgraph on a database of its own, listening, and the routers before it. */
export type ServedSubway = {
  /** Past every router. */
  readonly subgraph: Door;
  /** Closes with the stack that it is given. */
  openRouter(cache: NonNullable<RouterOptions['cache']>, opened: AsyncDisposableStack): Promise<Door>;
  /** How many operations have come to the subgraph. */
  reached(): number;
  close(): Promise<void>;
};

/** Noon in Seoul: at no hour of a run does the fare change, and answers are kept for as long as they may. */
const noon = new Date('2026-01-15T12:00:00+09:00');

/** Migrates, which brings the network, and serves. What was opened before a fault is closed again. */
export async function serveSubway(adminUrl: string): Promise<ServedSubway> {
  await using opened = new AsyncDisposableStack();
  const books = await createDatabase(adminUrl, 'subway');
  opened.defer(books.drop);
  await migrate(books.url, database);
  const openBus = async () => {
    const { url, drop } = await createDatabase(adminUrl, 'subway_bus');
    return { url, close: drop };
  };
  let operations = 0;
  const served = await serveSubgraph({ name: 'postgres', open: openBus }, async (ground) => {
    const subway = await openSubway({ databaseUrl: books.url }, { ...ground, clock: () => noon });
    const contextFor: typeof subway.contextFor = (viewer) => {
      operations += 1;
      return subway.contextFor(viewer);
    };
    return { ...subway, contextFor };
  });
  opened.defer(served.close);

  const stack = opened.move();
  return {
    subgraph: openDoor(served.url, stack, { keeps: false, token: () => served.token(anonymous) }),
    async openRouter(cache, opened) {
      const router = await openRouter({
        port: 0,
        host: '127.0.0.1',
        supergraphSdl: readFileSync(new URL('../../../router/supergraph.graphql', import.meta.url), 'utf8'),
        subgraphUrls: { subway: served.url },
        authenticate: everybodyIsAnonymous,
        signer: { sign: served.token },
        cache,
        corsOrigins: [],
        introspection: true,
        logger: createLogger('bench', 'warn'),
        drainJitterMs: 0,
      });
      opened.defer(router.close);
      return openDoor(router.url, opened, { keeps: cache !== false });
    },
    reached: () => operations,
    close: () => stack.disposeAsync(),
  };
}

function openDoor(
  url: string,
  opened: AsyncDisposableStack,
  { keeps, token }: { keeps: boolean; token?: () => Promise<string> },
): Door {
  const client = new Pool(new URL(url).origin, { connections: concurrency, pipelining: 1 });
  opened.defer(() => client.close());
  return {
    keeps,
    async ask(question) {
      const { statusCode, body } = await client.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${await token()}` }) },
        body: JSON.stringify(question),
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`The answer was ${statusCode}: ${text}`);
      return text;
    },
  };
}
