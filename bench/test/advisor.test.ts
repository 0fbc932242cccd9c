import { expect, test } from 'vitest';
import { benchAdvisor } from '../src/advisor/bench.ts';
import { renderAdvisor } from '../src/advisor/report.ts';

test('the advisor bench asks for itineraries of every kind, and reports', async () => {
  const times = await benchAdvisor({ requests: 60, rounds: 2 });
  expect(times.groups.flatMap((group) => group.times)).toHaveLength(120);
  for (const group of times.groups) expect(Math.min(...group.times)).toBeGreaterThan(0);
  const report = renderAdvisor(times, 'npm run bench:advisor');
  expect(report).toMatch(/^```sh\nnpm run bench:advisor\n```\n\n# How long/);
  expect(report).toMatch(/\| all \| 120 \| [\d.]+ \| [\d.]+ \| [\d.]+ \|/);
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
});
