import type { Viewer } from '@moa/identity';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { admin, gangnam, lineFields, type Member, member, nobody, openWorld, type World } from './world.ts';

const noon = '2026-11-20T12:00:00+09:00';
let now: Date;
let world: World;
beforeAll(async () => {
  world = await openWorld(undefined, () => now);
});
beforeEach(() => {
  now = new Date(noon);
});
afterAll(() => world?.close());

const kept = 'max-age=300, public';
const path = `stations { name lines { name } } legs { line { name stations { id } } stations { id } }
  transfers { station { id } fromLine { id } toLine { id } } fare(age: 15) { card } fares { card }`;

test.each([
  `{ stations { edges { cursor node { name } } nodes { id lines { name branches { name } } } pageInfo { endCursor } } }`,
  `{ stations(search: "강", first: 1) { nodes { id } } }`,
  `{ station(id: "${gangnam}") { name lines { name stations { name } } } }`,
  `{ station(id: "unknown") { name } }`,
  `{ subwayLines { ${lineFields} } }`,
  `{ subwayLine(id: "2") { ${lineFields} } }`,
  `{ subwayPath(from: "1", to: "37") { ${path} } }`,
  `{ subwayPath(from: "1", to: "37", departAt: "2026-11-20T06:29:59+09:00") { ${path} } }`,
  `{ subwayPath(from: "1", to: "37") { distanceMeters } subwayLines { id } }`,
])('may be kept for five minutes, whoever asks: %s', async (query) => {
  for (const viewer of [nobody, member(), admin]) expect(await world.cacheControl(viewer, query)).toBe(kept);
});

const query = `query ($r: [_Any!]!) { _entities(representations: $r) {
  ... on Station { name lines { name } } ... on SubwayLine { name stations { name } }
  ... on ItineraryStop { nearestStation { distanceMeters station { name lines { name } } } }
  ... on TaxiPlace { nearestStation { station { id } } }
  ... on Member { id favoritePaths { nodes { id from { name } path { distanceMeters } } } } } }`;
const station = { __typename: 'Station', id: gangnam };
const place = { latitude: 37.5, longitude: 127 };

test.each([
  [station],
  [{ __typename: 'Station', id: 'unknown' }],
  [{ __typename: 'SubwayLine', id: '2' }],
  [{ __typename: 'ItineraryStop', ...place }],
  [{ __typename: 'TaxiPlace', ...place }],
  [station, { __typename: 'SubwayLine', id: '2' }, { __typename: 'TaxiPlace', ...place }],
])('so may what other subgraphs refer to: %o', async (...r) => {
  expect(await world.cacheControl(nobody, query, { r })).toBe(kept);
});

test.each([
  ['2026-11-20T06:29:00+09:00', 'max-age=60, public'],
  ['2026-11-20T06:29:59.001+09:00', 'no-store'],
  ['2026-11-20T06:30:00+09:00', kept],
  ['2026-11-20T03:58:30+09:00', 'max-age=90, public'],
  ['2026-11-20T06:20:00+09:00', kept],
])('a path that begins just now is kept no longer than its fare is right: at %s', async (moment, expected) => {
  now = new Date(moment);
  expect(await world.cacheControl(nobody, `{ subwayPath(from: "1", to: "37") { ${path} } }`)).toBe(expected);
  const then = `{ subwayPath(from: "1", to: "37", departAt: "${noon}") { ${path} } }`;
  expect(await world.cacheControl(nobody, then)).toBe(kept);
});

test('what members ask of themselves is not kept', async () => {
  const kim: Member = member();
  await world.addFavorite(kim, gangnam, '1');
  const own = { __typename: 'Member', id: kim.memberId, age: 30 };
  for (const r of [[own], [station, own], [own, station]]) {
    for (const viewer of [kim, nobody]) expect(await world.cacheControl(viewer, query, { r })).toBe('no-store');
  }
  const add = `mutation { addFavoritePath(input: { from: "1", to: "2" }) { favoritePath { id } userErrors { code } } }`;
  expect(await world.cacheControl(kim, add)).toBe('no-store');
  const remove = `mutation { deleteLine(input: { id: "none" }) { deletedId } }`;
  expect(await world.cacheControl(admin, remove)).toBe('no-store');
});

test('an edit, and nothing else, says that what was kept is of no use any more', async () => {
  const clears = async (viewer: Viewer, query: string) => {
    const { headers } = await world.send(viewer, query);
    return headers.get('clear-site-data');
  };
  const [station = ''] = await world.stations(1);
  expect(await clears(admin, `mutation { deleteStation(input: { id: "${station}" }) { deletedId } }`)).toBe('"cache"');
  const [a, b] = await world.stations(2);
  const figures = 'distanceMeters: 400, durationSeconds: 40';
  for (const edit of [
    'createStation(input: { name: "모아", nameEn: "Moa", latitude: 37, longitude: 127 })',
    `createLine(input: { name: "모아선", nameEn: "Moa", color: "#000000", upStationId: "${a}", downStationId: "${b}", ${figures} })`,
    `addSection(input: { lineId: "2", upStationId: "${gangnam}", downStationId: "${a}", ${figures} })`,
    `removeStationFromLine(input: { lineId: "2", stationId: "${a}" })`,
    'deleteLine(input: { id: "U" })',
  ]) {
    expect(await clears(admin, `mutation { ${edit} { userErrors { code } } }`)).toBe('"cache"');
  }
  const favorite = `mutation { addFavoritePath(input: { from: "1", to: "2" }) { favoritePath { id } } }`;
  expect(await clears(member(), favorite)).toBeNull();
  expect(await clears(nobody, '{ subwayLines { id } }')).toBeNull();
});

test.each([
  `{ subwayPath(from: "1", to: "1") { distanceMeters } }`,
  `{ subwayPath(from: "1", to: "unknown") { distanceMeters } }`,
  `{ subwayPath(from: "1", to: "2") { fare(age: 200) { card } } }`,
  `{ stations(first: 0) { nodes { id } } }`,
  `{ stations { nodes { nonsense } } }`,
])('an error is not kept: %s', async (wrong) => {
  expect(await world.cacheControl(nobody, wrong)).toBe('no-store');
});
