import { expect, test } from 'vitest';
import { benchTracing, renderTracing } from '../src/index.ts';

test('the tracing bench measures both sides at each share, and reports', async () => {
  const result = await benchTracing({ rounds: 2, batch: 5, report: () => {}, signal: new AbortController().signal });
  expect(result.shares.map(({ share }) => share)).toEqual([undefined, 1, 0.1]);
  for (const { comparisons } of result.shares) {
    expect(comparisons.map(({ name }) => name)).toEqual(['one fetch', 'two fetches', 'deep']);
    for (const { small, large } of comparisons)
      expect([small.length, large.length, ...small, ...large].every((value) => value > 0)).toBe(true);
  }
  const report = renderTracing(result, 'npm run bench:tracing');
  expect(report).not.toContain('NaN');
  expect(report).toContain('| 0.1 | deep |');
});
