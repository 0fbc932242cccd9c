import type { Registry } from 'prom-client';
import { keyOf, type Labels, register, type Sample } from './family.ts';

/** Seconds: OpenTelemetry's for HTTP up to the 10 s that an answer may take, and two below for what comes from nearby. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** What took its time under the same labels. */
export class Series {
  readonly labels: Labels;
  /** Observations up to each bound that are above the one before, and those above all. */
  readonly counts: number[] = Array(bounds.length + 1).fill(0);
  sum = 0;

  constructor(labels: Labels) {
    this.labels = labels;
  }

  /** @param startedAt by `performance.now()`; until now */
  observeSince(startedAt: number): void {
    this.observe((performance.now() - startedAt) / 1_000);
  }

  observe(seconds: number): void {
    let place = 0;
    while (place < bounds.length && seconds > (bounds[place] ?? 0)) place += 1;
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.sum += seconds;
  }
}

/** Gives the series of these labels, the same one to everybody who asks. Who observes often keeps it. */
export type Durations = (labels: Labels) => Series;

/**
 * A histogram of seconds, whose series are looked up once and kept by who observes: prom-client's own builds a text out of the
 * labels each time, to find the series by, and takes four times as long for it.
 */
export function createDurations(registry: Registry, name: string, help: string): Durations {
  const all = new Map<string, Series>();
  const samples = () => [...all.values()].flatMap((series) => samplesOf(name, series));
  register(registry, { name, help, type: 'histogram', samples });
  return (labels) => {
    const key = keyOf(labels);
    const series = all.get(key) ?? new Series(labels);
    all.set(key, series);
    return series;
  };
}

function samplesOf(name: string, { labels, counts, sum }: Series): readonly Sample[] {
  let count = 0;
  const buckets = counts.map((more, place) => {
    count += more;
    return { metricName: `${name}_bucket`, labels: { le: bounds[place] ?? '+Inf', ...labels }, value: count };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
