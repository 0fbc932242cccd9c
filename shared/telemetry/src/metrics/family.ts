import type { Metric, Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string>>;

/** One number of a family, under the labels that tell it from the others. */
export type Sample = {
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
  /** Where it is not that of the family, as the buckets of a histogram. */
  readonly metricName?: string;
};

export type FamilyOf = {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** All of it, when somebody reads. */
  readonly samples: () => readonly Sample[];
};

/** Puts a family of figures into a registry: written down when somebody reads, and not looked after until then. */
export function register(registry: Registry, { samples, ...family }: FamilyOf): void {
  const metric = { name: family.name, get: async () => ({ ...family, values: samples() }) };
  registry.registerMetric(metric as unknown as Metric); // a registry asks no more than that of a metric, to write it as text
}

/** Labels as one text, to find a series by. */
export const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).toSorted());
