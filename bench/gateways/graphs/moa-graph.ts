import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { subgraphs } from '@moa/contracts';
import { compose } from '@moa/router';
import { forms, openMoa } from '../../src/journeys/moa.ts';
import { ownCheckout } from '../../src/journeys/probed-process.ts';
import { myPage } from '../../src/journeys/queries.ts';
import { openTown, type Reader } from '../../src/journeys/town.ts';
import type { OpenGraph } from './graph.ts';
import { moaQueries } from './moa-queries.ts';
import { trustOf } from './trust.ts';

/** Moa's own subgraphs, each in a process, with a PostgreSQL and people who have something to see. */
export const openMoaGraph: OpenGraph = async (cores) => {
  // PostgreSQL is started by this process, and runs where its parent may.
  if (cores) spawnSync('taskset', ['--pid', '--cpu-list', cores.join(), String(process.pid)]);
  const many = forms.find(({ name }) => name === 'many processes');
  if (!many) throw new Error('There is no form of many processes.');
  await using opened = new AsyncDisposableStack();
  const moa = await openMoa({ ...many, bus: 'PostgreSQL' }, { checkout: ownCheckout, cores });
  opened.defer(moa.close);
  const town = await openTown(moa.place);
  opened.defer(town.close);
  const [reader] = town.readers;
  if (!reader) throw new Error('The town has nobody.');
  await settled(reader);

  const stack = opened.move();
  return {
    name: 'graph of Moa',
    about: `The subgraphs are Moa's own, each in a process before one PostgreSQL, all of it on
the other cores. Ours reads each client's token and signs who
asks; to the others' subgraph requests a token is given that was signed before. Ours keeps no answers here, as none of the others does.`,
    busiest: 'subgraphs',
    supergraphSdl: compose(subgraphs.map((name) => ({ name, url: moa.place.doorOf(name), sdl: schemaOf(name) }))),
    queries: moaQueries,
    headers: { authorization: `Bearer ${reader.token}` },
    env: await trustOf(moa.place, { kind: 'member', memberId: reader.client.memberId, roles: ['MEMBER'] }),
    async answered() {
      const counts = await Promise.all(moa.processes.map(({ ask }) => ask('count')));
      return counts.reduce((sum, { requests }) => sum + requests, 0);
    },
    close: () => stack.disposeAsync(),
  };
};

const schemaOf = (name: string): string =>
  readFileSync(new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8');

/** Waits until all that the town's people did has come to its end: their pages must not change any more. */
async function settled({ client }: Reader): Promise<void> {
  const look = async () => JSON.stringify(await client.ask(myPage, {}));
  for (let [before, same] = [await look(), 0]; same < 3; ) {
    await pause(500);
    const now = await look();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}
