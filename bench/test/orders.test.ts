import { serverUrl } from '@moa/testing';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { benchOrders, type OrdersBench, renderChart, renderReport } from '../src/index.ts';

const towns = { small: { orders: 100, dishes: 60 }, large: { orders: 200, dishes: 120 } };

const bench = (change: Partial<OrdersBench> = {}) =>
  benchOrders({
    adminUrl: serverUrl(),
    towns,
    rounds: 1,
    batch: 4,
    report: () => {},
    signal: new AbortController().signal,
    ...change,
  });

/** Of this bench: others may be measuring on the same server. Its databases are named after what is in them and a number. */
const leftovers = async (): Promise<unknown[]> => {
  const admin = new pg.Client({ connectionString: serverUrl() });
  await admin.connect();
  try {
    return (await admin.query(`select datname from pg_database where datname ~ '^bench_(orders|bus)_[0-9]+_'`)).rows;
  } finally {
    await admin.end();
  }
};

describe('the orders bench', () => {
  test('measures both sides of every scenario, reports, and leaves nothing', async () => {
    const result = await bench();
    expect(result.comparisons.map(({ name }) => name)).toEqual([
      'placeOrder',
      'a payment’s fact through the queue',
      'Member.orders, first page',
      'Member.orders, a page in the middle',
      'Member.orders, last page',
      'Member.orders, of one status',
      'order(id)',
      'menuItems, first page',
      'menuItems, a page in the middle',
      'menuItems, search for one dish',
    ]);
    for (const { small, large } of result.comparisons) {
      expect([small.length, large.length]).toEqual([1, 1]);
      expect(Math.min(...small, ...large)).toBeGreaterThan(0);
    }
    const report = renderReport(result, { command: 'npm run bench:orders', chart: 'orders.svg' });
    expect(report).toMatch(
      /^```sh\nnpm run bench:orders\n```\n\n# What an operation costs with 100 orders and with 200\n/,
    );
    expect(report).toMatch(/\| placeOrder \| [\d.]+ \| [\d.]+ \| \d+\.\d\d \| \d+\.\d\d – \d+\.\d\d \|/);
    expect(report).toContain('(orders.svg)');
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
    const chart = renderChart(result.comparisons, towns);
    expect(chart.match(/<rect class="(flat|grown)"/g)).toHaveLength(result.comparisons.length);
    expect(chart).not.toMatch(/NaN|undefined|Infinity/);
    expect(await leftovers()).toEqual([]);
  });

  test('removes what it made when it is stopped half-way', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped by the test');
    const report = (line: string) => {
      if (line === 'warmed up') stop.abort(reason);
    };
    await expect(bench({ report, signal: stop.signal })).rejects.toBe(reason);
    expect(await leftovers()).toEqual([]);
  });
});
