import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { explainOn } from '@moa/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  countFavoritePathsOf,
  findFavoritePath,
  findFavoritePathsOf,
  removeFavoritePath,
  removeFavoritePathsAt,
  removeFavoritePathsOf,
} from '../src/persistence/favorite-paths.ts';
import { findLine } from '../src/persistence/lines.ts';
import { holdStations, isOnALine, lockStation } from '../src/persistence/stations.ts';
import { gangnam, openWorld, type World } from './world.ts';

/** 30,000 favourites of 1,000 members, thirty each. */
const population = [
  `insert into favorite_paths (id, member_id, from_station_id, to_station_id, added_at)
   select md5('f' || n)::uuid, md5('m' || n % 1000)::uuid, (1 + n % 600)::text, (1 + (n + n / 1000) % 600)::text, now()
   from generate_series(30000, 59999) n where n / 1000 > 0 on conflict do nothing`,
  'analyze favorite_paths, stations, lines, branches, sections',
];

let world: World;
let em: EntityManager;
beforeAll(async () => {
  world = await openWorld();
  em = world.em();
  await em.execute('set statement_timeout = 30000');
  for (const statement of population) await em.execute(statement);
});
afterAll(() => world?.close());

/** The plans of the very statements of a reader, explained instead of run. */
async function explain(read: (em: EntityManager, memberId: string) => Promise<unknown>): Promise<string> {
  const [row]: { member: string }[] = await em.execute(`select md5('m7')::uuid as member`);
  const { explaining, plans } = explainOn(em);
  await read(explaining, row?.member ?? '');
  expect(plans.length).toBeGreaterThan(0);
  return plans.join('\n');
}

const [first, somebody] = [20, randomUUIDv7()];
const page = { first, after: null };
const later = { first, after: '80000000-0000-7000-8000-000000000000' };

test.each<[string, Parameters<typeof explain>[0]]>([
  ['favorite_paths_of_member', (em, member) => findFavoritePathsOf(em, [member], page)],
  ['favorite_paths_of_member', (em, member) => findFavoritePathsOf(em, [member, somebody], later)],
  ['favorite_paths_member_id_', (em, ownerId) => findFavoritePath(em, { ownerId, from: '1', to: '2' })],
  ['favorite_paths_', (em, member) => countFavoritePathsOf(em, member)],
  ['favorite_paths_pkey', (em, ownerId) => removeFavoritePath(em, { ownerId, id: somebody })],
  ['favorite_paths_', (em, member) => removeFavoritePathsOf(em, member)],
  ['favorite_paths_by_from_station', (em) => removeFavoritePathsAt(em, gangnam)],
  ['favorite_paths_by_to_station', (em) => removeFavoritePathsAt(em, gangnam)],
])('favourites go by the index %s', async (index, read) => {
  const plan = await explain(read);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan on favorite_paths');
});

test.each<[string, Parameters<typeof explain>[0]]>([
  ['sections_by_up_station', (em) => isOnALine(em, gangnam)],
  ['sections_by_down_station', (em) => isOnALine(em, gangnam)],
  ['sections_pkey', (em) => findLine(em, '2')],
  ['stations_pkey', (em) => lockStation(em, gangnam)],
  ['stations_pkey', (em) => holdStations(em, [gangnam, '1'])],
])('an edit goes by the index %s', async (index, read) => {
  expect(await explain(read)).toContain(index);
});
