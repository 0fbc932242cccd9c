import { buses, serverUrl } from '@moa/testing';
import { expect, test } from 'vitest';
import { benchFanOut, renderFanOut } from '../src/index.ts';

test('the fan-out bench tells every follower on each bus, and reports', async () => {
  const result = await benchFanOut({
    adminUrl: serverUrl(),
    buses,
    followers: 1_200,
    calmMs: 300,
    report: () => {},
    signal: new AbortController().signal,
  });
  expect(result.fanOuts.map(({ bus }) => bus)).toEqual(buses.map(({ name }) => name));
  for (const { storedSeconds, liveSeconds, before, meanwhile } of result.fanOuts) {
    expect(storedSeconds).toBeGreaterThan(0);
    expect(liveSeconds).toBeGreaterThanOrEqual(storedSeconds);
    for (const { count, longest } of [before, meanwhile]) expect([count > 0, longest > 0]).toEqual([true, true]);
  }
  const report = renderFanOut(result, { command: 'npm run bench:fan-out', servers: 'PostgreSQL 18' });
  expect(report).toMatch(
    /^```sh\nnpm run bench:fan-out\n```\n\n# How long it takes to tell 1,200 followers of a shared plan\n/,
  );
  expect(report).toMatch(/\| PostgreSQL \| meanwhile \| [\d,]+ \| [\d.]+ \| [\d.]+ \| [\d.]+ \|/);
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
});
