import { expect, test } from 'vitest';
import { places } from '../src/places.ts';
import { nextPlan, nextReply } from '../src/plans.ts';
import { type Random, randomFor } from '../src/random.ts';

const home = places[0] ?? { name: '', latitude: 0, longitude: 0 };
const times = <Item>(count: number, make: () => Item): readonly Item[] => Array.from({ length: count }, make);
const plansOf = (random: Random) => times(50, () => nextPlan(home, random));

test('the same seed gives the same plans to the same person', () => {
  expect(plansOf(randomFor(7, '회원 01', 'plans'))).toEqual(plansOf(randomFor(7, '회원 01', 'plans')));
});

test('another seed, another person and another purpose give others', () => {
  const one = plansOf(randomFor(7, '회원 01', 'plans'));
  expect(plansOf(randomFor(8, '회원 01', 'plans'))).not.toEqual(one);
  expect(plansOf(randomFor(7, '회원 02', 'plans'))).not.toEqual(one);
  expect(plansOf(randomFor(7, '회원 01', 'way'))).not.toEqual(one);
});

test('numbers are spread evenly and stay within their bounds', () => {
  const random = randomFor(1, 'spread');
  const buckets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const number of times(10_000, () => random.between(0, 10))) {
    expect(number >= 0 && number < 10).toBe(true);
    buckets[Math.floor(number)] = (buckets[Math.floor(number)] ?? 0) + 1;
  }
  for (const count of buckets) expect(count).toBeGreaterThan(850);
  expect(() => random.pick([])).toThrow('nothing to pick from');
});

test('most offers are accepted, some are declined, some are not answered', () => {
  const random = randomFor(3, '택시 기사 01', 'replies');
  const kinds = times(1_000, () => nextReply(random).kind);
  const share = (kind: string) => kinds.filter((one) => one === kind).length / kinds.length;
  expect(share('accept')).toBeGreaterThan(0.7);
  expect(share('decline')).toBeGreaterThan(0.05);
  expect(share('ignore')).toBeGreaterThan(0.05);
});

test('nobody rides to where they are, and some change their minds', () => {
  const plans = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((seed) => plansOf(randomFor(seed, 'somebody')));
  expect(plans.some((plan) => plan.kind === 'ride' && plan.to.name === home.name)).toBe(false);
  for (const kind of ['ride', 'meal']) {
    const some = plans.filter((plan) => plan.kind === kind);
    expect(some.length).toBeGreaterThan(100);
    expect(some.some(({ cancelAfterSeconds }) => cancelAfterSeconds !== null)).toBe(true);
  }
});
