import { buses, serverUrl } from '@moa/testing';
import { expect, test } from 'vitest';
import { benchDrivers, type Home, onPostgres, renderDrivers } from '../src/index.ts';

// One leased database holds both sides' drivers, which is enough to see that it runs.
const onLeasedRedis = buses.filter(({ name }) => name === 'redis').map(({ open }): Home => ({ name: 'Redis', open }));
const homes = [onPostgres(serverUrl()), ...onLeasedRedis];

test('the drivers bench measures both sides on maps of every kind, and reports', async () => {
  const result = await benchDrivers({
    homes,
    drivers: { small: 20, large: 40 },
    rounds: 2,
    batch: 4,
    report: () => {},
    signal: new AbortController().signal,
  });
  expect(result.comparisons).toHaveLength(homes.length * 4);
  for (const { small, large, every } of result.comparisons) {
    expect([small.length, large.length, every.small.length, every.large.length]).toEqual([2, 2, 8, 8]);
    expect(Math.min(...every.small, ...every.large)).toBeGreaterThan(0);
  }
  const report = renderDrivers(result, { command: 'npm run bench:drivers', servers: 'PostgreSQL 18' });
  expect(report).toMatch(
    /^```sh\nnpm run bench:drivers\n```\n\n# What it costs to find the nearest driver among 20 and among 40\n/,
  );
  expect(report).toMatch(
    /\| PostgreSQL, drivers around hot spots \| [\d.]+ \| [\d.]+ \| [\d.]+ \| [\d.]+ \| [\d.]+ \| [\d.]+ – [\d.]+ \|/,
  );
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
});
