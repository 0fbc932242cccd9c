import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member, openWorld, paid, shown, type World } from './world.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open notification with.');

let world: World;
const [one, many] = [member(), member()];

beforeAll(async () => {
  world = await openWorld(bus);
  await world.hear(paid(one), ...Array.from({ length: 5 }, () => paid(many)));
});
afterAll(() => world?.close());

describe.each([
  ['one message', one],
  ['many messages', many],
])('%s', (_, viewer) => {
  const ofMe = (fields: string) => {
    const me = representations('Member', [viewer.memberId]);
    return statementsOf(() => world.ask(viewer, entitiesQuery('Member', fields), me));
  };

  test('cost the database one statement, and how many are unread another', async () => {
    expect(await ofMe(`notifications { nodes { ${shown} } pageInfo { hasNextPage } }`)).toHaveLength(1);
    expect(await ofMe(`notifications { nodes { id } } unreadNotificationCount`)).toHaveLength(2);
  });
});
