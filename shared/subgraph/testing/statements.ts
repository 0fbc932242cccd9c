import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { createRequire, findPackageJSON } from 'node:module';

/** What the request under way has asked PostgreSQL for; nothing for work that no request has begun. */
const asked = new AsyncLocalStorage<string[] | undefined>();
let listening: string[] | undefined;
let isWatching = false;

/**
 * The statements that the requests of `ask` make of PostgreSQL in this process, in their order; each is a round trip. Those of
 * workers and timers are not among them.
 */
export async function statementsOf(ask: () => Promise<{ readonly errors: unknown }>): Promise<readonly string[]> {
  if (!isWatching) watchQueries();
  isWatching = true;
  const heard: string[] = [];
  listening = heard;
  try {
    const { errors } = await ask();
    if (errors) throw new Error(`It was not answered: ${JSON.stringify(errors)}`);
  } finally {
    listening = undefined;
  }
  return [...heard];
}

/** Up to the end of the transaction of a mutation: what it sends out afterwards is not part of the answer. */
export const untilCommit = (statements: readonly string[]): readonly string[] =>
  statements.slice(0, statements.indexOf('commit') + 1);

/** As much of pg as is used here: what follows the statement is passed on as it came. */
type Pg = { readonly Client: { readonly prototype: { query(...parameters: unknown[]): unknown } } };

/** From now on each query is noted with the request that it is made for. */
function watchQueries(): void {
  // MikroORM brings a pg of its own along.
  const mikroOrm = findPackageJSON('@mikro-orm/postgresql', import.meta.url);
  if (mikroOrm === undefined) throw new Error('@mikro-orm/postgresql is not installed; run `npm ci`.');
  const { Client } = createRequire(mikroOrm)('pg') as Pg;
  const { query } = Client.prototype;
  Client.prototype.query = function (...parameters) {
    asked.getStore()?.push(textOf(parameters[0]));
    return query.apply(this, parameters);
  };
  subscribe('http.server.request.start', () => asked.enterWith(listening));
}

const textOf = (statement: unknown): string => {
  const text = typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement;
  return String(text).trim().replaceAll(/\s+/g, ' ');
};
