import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, openWorld, type World } from './world.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open follow with.');

let world: World;
let members: readonly Member[];

beforeAll(async () => {
  world = await openWorld(bus);
  members = await world.joined(6);
  // All follow the others.
  for (const one of members) for (const other of members) if (other !== one) await world.follow(one, other);
});
afterAll(() => world?.close());

describe.each([
  ['one', 1],
  ['many', 5],
])('what it costs the database to show %s', (_, count) => {
  const me = (): Member => {
    const [first] = members;
    if (!first) throw new Error('Nobody has joined.');
    return first;
  };
  const ofMembers = (fields: string) => {
    const ids = members.slice(0, count).map(({ memberId }) => memberId);
    return statementsOf(() => world.ask(me(), entitiesQuery('Member', fields), representations('Member', ids)));
  };

  test('of those who follow members, and whom they follow: one statement for each', async () => {
    expect(await ofMembers('followers { nodes { id } }')).toHaveLength(1);
    expect(await ofMembers('following { nodes { id } pageInfo { hasNextPage } }')).toHaveLength(1);
    expect(await ofMembers('followers { nodes { id } } following { nodes { id } }')).toHaveLength(2);
  });

  test('of counts and of whether I follow them: one statement for each', async () => {
    expect(await ofMembers('followerCount followingCount followedByMe')).toHaveLength(2);
  });

  test('of those on a page of followers: the same, whatever is shown of them', async () => {
    const fields = `followers(first: ${count}) { nodes { id followerCount followedByMe following { nodes { id } } } }`;
    expect(await ofMembers(fields)).toHaveLength(4);
  });

  test('of my dashboard: one statement', async () => {
    const query = `{ followDashboard(first: ${count}) { nodes { member { id } } pageInfo { hasNextPage } } }`;
    expect(await statementsOf(() => world.ask(me(), query))).toHaveLength(1);
  });
});
