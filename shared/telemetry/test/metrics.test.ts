import { Exposition, freePorts } from '@moa/testing';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { createLogger, metrics, startMetrics } from '../src/index.ts';

const lines: { msg: string; collector?: string }[] = [];
const logger = createLogger('test', 'warn', { write: (line) => void lines.push(JSON.parse(line)) });
const gauges = { test_size: 'Size of something.' };
const labels = { subgraph: 'order' };

afterEach(() => {
  lines.length = 0;
});

/** Takes metrics until the test is over; gives how to read them. */
async function open() {
  const port = await freePorts(1);
  const taking = await startMetrics({ port, logger });
  onTestFinished(taking.close);
  const taken = metrics();
  if (!taken) throw new Error('No metrics are taken.');
  return { taken, read: () => Exposition.read(`http://127.0.0.1:${port}/metrics`) };
}

test('without a port none are taken', async () => {
  const nothing = await startMetrics({ port: undefined, logger });
  expect(metrics()).toBeUndefined();
  await nothing.close();
});

describe('with a port', () => {
  test('who counts the same under the same labels counts together', async () => {
    const { taken, read } = await open();
    for (const order of [
      { a: '1', b: '2' },
      { b: '2', a: '1' },
    ]) {
      taken.tallies('test_total', 'So often.')(order).count += 1;
      taken.durations('test_seconds', 'So long.')(order).observe(0.3);
    }
    const metrics = await read();
    expect(metrics.of('test_total')).toEqual([{ name: 'test_total', labels: { a: '1', b: '2' }, value: 2 }]);
    expect(metrics.sum('test_seconds_bucket', { le: '0.25' })).toBe(0);
    expect(metrics.sum('test_seconds_bucket', { le: '0.5' })).toBe(2);
    expect(metrics.sum('test_seconds_sum')).toBeCloseTo(0.6);
  });

  test('a collector that fails or hangs tells nothing, says so, and keeps nobody from telling', async () => {
    const { taken, read } = await open();
    const told = Promise.withResolvers<[]>();
    const collect = (name: string, run: () => Promise<[]> | { gauge: string; value: number }[]) =>
      taken.collect({ name, labels, gauges, read: run });
    collect('good', () => [{ gauge: 'test_size', value: 7 }]);
    collect('away', () => Promise.reject(new Error('nobody answers')));
    collect('hanging', () => told.promise);
    const success = (metrics: Exposition) =>
      Object.fromEntries(
        metrics.of('metrics_collector_success', labels).map((each) => [each.labels.collector, each.value]),
      );
    const during = await read();
    expect(during.of('test_size')).toEqual([{ name: 'test_size', labels, value: 7 }]);
    expect(success(during)).toEqual({ good: 1, away: 0, hanging: 0 });
    told.resolve([]);
    expect(success(await read())).toEqual({ good: 1, away: 0, hanging: 1 });
    expect(lines.map(({ msg, collector }) => [msg, collector])).toEqual([['metrics: a collector failed', 'away']]);
  });

  test('a collector takes the place of the one before it, which then can not take it away', async () => {
    const { taken, read } = await open();
    const collect = (value: number) =>
      taken.collect({ name: 'size', labels, gauges, read: () => [{ gauge: 'test_size', value }] });
    const forgetFirst = collect(1);
    const forgetSecond = collect(2);
    forgetFirst();
    expect((await read()).of('test_size')).toEqual([{ name: 'test_size', labels, value: 2 }]);
    forgetSecond();
    expect((await read()).of('test_size')).toEqual([]);
  });
});
