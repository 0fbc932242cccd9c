import { expect, test } from 'vitest';
import { benchTrust, renderTrust } from '../src/index.ts';

test('the trust bench measures both sides, with and without cryptography, and reports', async () => {
  const result = await benchTrust({ rounds: 2, batch: 20, report: () => {}, signal: new AbortController().signal });
  expect(result.comparisons.map(({ small, large }) => [small.length, large.length])).toEqual([
    [2, 2],
    [2, 2],
  ]);
  expect(Math.min(...result.alone.values())).toBeGreaterThan(0);
  const report = renderTrust(result, 'npm run bench:trust');
  expect(report).toMatch(/\| a member who asked a moment ago \| [\d.]+ \| [\d.]+ \| [+−][\d.]+ % \|/);
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
});
