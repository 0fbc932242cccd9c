import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attacks } from './requests/bodies.ts';
import { expectCivil, Victim } from './victim.ts';

/** HOSTILE_RUNS=10000 sends them all; HOSTILE_SEED other ones. */
const runs = Number(process.env.HOSTILE_RUNS ?? 2_000);
const seed = Number(process.env.HOSTILE_SEED ?? 20_261_120);
const atOnce = 50;

let victim: Victim;
beforeAll(async () => {
  victim = await Victim.open();
});
afterAll(() => victim.close());

test(`${runs} hostile requests (seed ${seed}): each is answered or refused with a code, and little memory is left behind`, async () => {
  const all = fc.sample(attacks, { numRuns: runs, seed });
  const statuses = new Map<number, number>();
  let before = 0;
  for (let from = 0; from < runs; from += atOnce) {
    // What the first ones leave are caches, and code that was compiled.
    if (from >= 500 && before === 0) before = await victim.memory();
    const alive = fetch(`${victim.url}/livez`);
    await Promise.all(
      all.slice(from, from + atOnce).map(async ({ body, headers }) => {
        const seen = await victim.send(body, headers);
        expectCivil(seen, { body: body.slice(0, 2_000), headers });
        statuses.set(seen.status, (statuses.get(seen.status) ?? 0) + 1);
      }),
    );
    expect((await alive).status).toBe(200);
  }
  await victim.expectAlive();
  expect(((await victim.memory()) - before) / 2 ** 20).toBeLessThan(200);
  // The generators make what they are meant to: refusals of several kinds, and some requests that run.
  expect([...statuses.keys()].toSorted()).toEqual(expect.arrayContaining([200, 400, 415]));
  expect(statuses.get(400)).toBeGreaterThan(runs / 2);
  expect(statuses.get(200)).toBeGreaterThan(runs / 50);
}, 240_000);
