import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member, nobody, openWorld, planFields, type World } from './world.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open plan with.');

let world: World;
/** Who shared one plan and gave it a heart, and who shared five. */
const [one, many] = [member(), member()];
const plans = new Map<typeof one, string[]>();

beforeAll(async () => {
  world = await openWorld(bus);
  for (const [viewer, count] of [
    [one, 1],
    [many, 5],
  ] as const) {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await world.shared(viewer));
    for (const id of ids) await world.heart(viewer, id);
    plans.set(viewer, ids);
  }
});
afterAll(() => world?.close());

describe.each([
  ['one plan', one],
  ['many plans', many],
])('what %s costs the database', (_, viewer) => {
  /** With what is read of each plan by itself: the itinerary, which has the cost too, and my heart. */
  const whole = `${planFields} itinerary { day } estimatedCost heartedByMe`;
  const ofMember = (fields: string) =>
    statementsOf(() =>
      world.ask(viewer, entitiesQuery('Member', fields), representations('Member', [viewer.memberId])),
    );

  test('in a list of mine: one statement, and one each for itineraries and hearts', async () => {
    for (const list of ['plans', 'sharedPlans', 'heartedPlans']) {
      expect(await ofMember(`${list} { nodes { id title } pageInfo { hasNextPage } }`)).toHaveLength(1);
      expect(await ofMember(`${list} { nodes { ${whole} } }`)).toHaveLength(3);
    }
  });

  test('by its id: the same', async () => {
    const ids = representations('Plan', plans.get(viewer) ?? []);
    expect(await statementsOf(() => world.ask(viewer, entitiesQuery('Plan', whole), ids))).toHaveLength(3);
  });

  test('on the board: the same', async () => {
    const query = `{ planBoard(first: ${plans.get(viewer)?.length}) { nodes { ${whole} } } }`;
    expect(await statementsOf(() => world.ask(viewer, query))).toHaveLength(3);
  });
});

test('what others share costs one statement, of however many', async () => {
  const members = [one, many];
  for (const some of [members.slice(0, 1), members]) {
    const ids = representations(
      'Member',
      some.map(({ memberId }) => memberId),
    );
    const query = entitiesQuery('Member', 'plans { nodes { id title } }');
    expect(await statementsOf(() => world.ask(nobody, query, ids))).toHaveLength(1);
  }
});
