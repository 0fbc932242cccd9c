import { createRequire, findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What of pg's client is counted at: it handles each message of the server in a method of its own. */
type Client = Record<'_handleReadyForQuery' | '_handleCommandComplete', (message: unknown) => void>;

export type Queries = { readonly roundTrips: number; readonly statements: number };

/**
 * Counts what goes to PostgreSQL from now on, by what comes back: each statement is said to be complete, and each trip ends
 * with the server being ready for the next.
 * @param program the path of the program whose packages are meant
 */
export function countQueries(program: string): () => Queries {
  let roundTrips = 0;
  let statements = 0;
  for (const client of clientsOf(pathToFileURL(program))) {
    before(client, '_handleReadyForQuery', () => {
      roundTrips += 1;
    });
    before(client, '_handleCommandComplete', () => {
      statements += 1;
    });
  }
  return () => ({ roundTrips, statements });
}

/** MikroORM may bring a pg of its own. */
function clientsOf(program: URL): ReadonlySet<Client> {
  const mikroOrm = findPackageJSON('@mikro-orm/postgresql', program);
  const requires = [program, ...(mikroOrm ? [mikroOrm] : [])].map((from) => createRequire(from));
  return new Set(requires.map((require) => require('pg').Client.prototype));
}

/** @throws Error when pg has no such method any more */
function before(client: Client, name: keyof Client, note: () => void): void {
  const handle = client[name];
  if (typeof handle !== 'function') throw new Error(`This pg has no ${name}; count its queries at another place.`);
  client[name] = function (message) {
    note();
    handle.call(this, message);
  };
}
