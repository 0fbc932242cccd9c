import { expect, test } from 'vitest';
import { benchOverload, renderOverload } from '../src/index.ts';
import { figuresOf, secondsToRecover } from '../src/overload/figures.ts';

test('the overload bench loads the router with and without its limit, and reports', async () => {
  const { signal } = new AbortController();
  const result = await benchOverload({
    query: 'dishes',
    loads: [2],
    seconds: 0.5,
    calmSeconds: 0.5,
    report: () => {},
    signal,
  });
  expect(result.sides.map(({ loads }) => loads.map(({ load }) => load))).toEqual([[2], [2]]);
  for (const { saturation, loads } of result.sides)
    for (const each of [saturation, ...loads.map(({ askedPerSecond }) => askedPerSecond)])
      expect(each).toBeGreaterThan(0);
  const [, without] = result.sides;
  expect(without?.loads.map(({ refused }) => refused)).toEqual([0]);
  const report = renderOverload(result, 'npm run bench:overload');
  expect(report).toMatch(/\| 2 × \| [\d,]+ \| [\d,]+ \| \*\*[\d.]+ %\*\* \|/);
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
}, 120_000);

test('good is what is right and in time; recovered is who misses nothing any more', () => {
  const samples = [
    { at: 100, milliseconds: 10, outcome: 'answered' },
    { at: 200, milliseconds: 1_500, outcome: 'answered' },
    { at: 300, milliseconds: 1, outcome: 'refused' },
    { at: 400, milliseconds: 20, outcome: 'failed' },
    { at: 500, milliseconds: 30, outcome: 'answered' },
  ] as const;
  expect(figuresOf(samples, 2)).toMatchObject({ askedPerSecond: 2.5, goodPerSecond: 1, refused: 0.2, lost: 0.4 });
  expect(secondsToRecover(samples)).toBe(0.4);
  expect(secondsToRecover(samples.slice(4))).toBe(0);
});
