import { statementsOf } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member, nobody, openWorld, type World } from './world.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open subway with.');

let world: World;
beforeAll(async () => {
  world = await openWorld(bus);
  await world.ask(nobody, '{ subwayLines { id } }'); // this process knows the network
});
afterAll(() => world?.close());

test('a path costs the database one statement, with all that is shown of it', async () => {
  const query = `{ subwayPath(from: "1", to: "37") {
    stations { id name lines { name } } legs { line { id } stations { name } } transfers { station { name } } fares { card } } }`;
  expect(await statementsOf(() => world.ask(nobody, query))).toEqual(['select version from network']);
});

test('favorite paths cost two statements, of however many', async () => {
  const kim = member();
  for (const to of ['101', '102', '103', '104']) {
    await world.addFavorite(kim, '1', to);
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member {
      favoritePaths { nodes { from { name } to { name } path { distanceMeters legs { line { name } } } fare { card } } } } } }`;
    const me = { r: [{ __typename: 'Member', id: kim.memberId, age: 30 }] };
    expect(await statementsOf(() => world.ask(kim, query, me))).toHaveLength(2);
  }
});
