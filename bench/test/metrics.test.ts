import { expect, test } from 'vitest';
import { benchMetrics, renderMetrics } from '../src/index.ts';

test('the metrics bench measures both sides, and reports', async () => {
  const result = await benchMetrics({ rounds: 2, batch: 10, report: () => {}, signal: new AbortController().signal });
  expect(result.comparisons.map(({ small, large }) => [small.length, large.length])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ]);
  expect(result.scrape.bytes).toBeGreaterThan(10_000);
  const report = renderMetrics(result, 'npm run bench:metrics');
  expect(report).toMatch(/\| one fetch \| [\d.]+ \| [\d.]+ \| [+−][\d.]+ % \|/);
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
});
