import { buses, serverUrl } from '@moa/testing';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { benchSubway, renderSubway, type SubwayBench } from '../src/index.ts';

const redis = buses.find(({ name }) => name === 'redis');

const bench = (change: Partial<SubwayBench> = {}) =>
  benchSubway({
    adminUrl: serverUrl(),
    redis,
    finder: { rounds: 2, pairs: 20, origins: 1 },
    questions: 10,
    rounds: 2,
    batch: 8,
    report: () => {},
    signal: new AbortController().signal,
    ...change,
  });

/** Of this bench: others may be measuring on the same server. */
const leftovers = async (): Promise<unknown[]> => {
  const admin = new pg.Client({ connectionString: serverUrl() });
  await admin.connect();
  try {
    return (await admin.query(`select datname from pg_database where datname ~ '^bench_subway_'`)).rows;
  } finally {
    await admin.end();
  }
};

// Every kind of question has routers of its own, and each reads the whole supergraph.
describe('the subway bench', { timeout: 90_000 }, () => {
  test('times the search, compares the routers, reports, and leaves nothing', async () => {
    const result = await bench();
    for (const { own, clock } of result.finder.criteria) {
      expect([own.length, clock.length]).toEqual([2, 2]);
      for (const { p50, p99, max } of [...own, ...clock]) {
        expect(p50).toBeGreaterThan(0);
        expect([p50, p99, max]).toEqual([p50, p99, max].toSorted((a, b) => a - b));
      }
    }
    expect(result.finder.all.ways).toBe(648);

    const doors = ['memory', ...(redis ? ['Redis'] : []), 'subgraph'];
    expect(result.comparisons).toHaveLength(5 * doors.length);
    for (const { name, beside, small, large, every, reached } of result.comparisons) {
      expect([small.length, large.length, every.small.length, every.large.length]).toEqual([2, 2, 16, 16]);
      expect(Math.min(...every.small, ...every.large)).toBeGreaterThan(0);
      expect(reached.large).toBe(1);
      if (beside === 'subgraph' || name === 'subwayPath, each pair once') expect(reached.small).toBe(1);
      // On a busy machine Redis may be given up, and the answer fetched.
      else expect(reached.small).toBeLessThanOrEqual(beside === 'memory' ? 0 : 0.5);
    }
    const report = renderSubway(result, 'npm run bench:subway');
    expect(report).toMatch(/^```sh\nnpm run bench:subway\n```\n\n# How fast the subway answers\n/);
    expect(report).toMatch(/\| DURATION(( \| [\d.]+){2} \| [\d.]+ – [\d.]+ \| [\d.]+){2} \| [\d.]+ \|/);
    expect(report).toMatch(/\| station\(id\)( \| [\d.,]+){6} \| [\d.]+ % \| [\d.]+ \| [\d.]+ – [\d.]+ \|/);
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
    expect(await leftovers()).toEqual([]);
  });

  test('removes what it made when it is stopped half-way', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped by the test');
    const report = (line: string) => {
      if (line.startsWith('subwayLine')) stop.abort(reason);
    };
    await expect(bench({ report, signal: stop.signal })).rejects.toBe(reason);
    expect(await leftovers()).toEqual([]);
  });
});
