import { migrate } from '@moa/database';
import { database } from '@moa/taxi-subgraph';
import { createDatabase } from '../postgres/databases.ts';

/** A kind of place to keep a map in. `open` makes an empty one; its `close` removes it. */
export type Home = {
  readonly name: string;
  open(purpose: string): Promise<{ readonly url: string; close(): Promise<void> }>;
};

/** A database of taxi's for each map. */
export const onPostgres = (adminUrl: string): Home => ({
  name: 'PostgreSQL',
  async open(purpose) {
    const { url, drop } = await createDatabase(adminUrl, purpose);
    await migrate(url, database);
    return { url, close: drop };
  },
});

/** A numbered database for each map, of a server that is the bench's own and goes with it. */
export function onRedis(serverUrl: string): Home {
  let number = 0;
  return {
    name: 'Redis',
    async open() {
      const url = Object.assign(new URL(serverUrl), { pathname: `/${number}` }).href;
      number += 1;
      return { url, close: async () => undefined };
    },
  };
}
