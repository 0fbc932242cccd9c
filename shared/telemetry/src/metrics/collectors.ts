import { setTimeout as delay } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { Logger } from '../logger.ts';
import { keyOf, type Labels, register } from './family.ts';

/** What stands somewhere already, and is looked up when somebody reads. */
export type Collector = {
  /** What is asked, such as `outbox`. */
  readonly name: string;
  /** Of all that it tells. */
  readonly labels: Labels;
  /** What it tells: names of gauges, and their help. */
  readonly gauges: Readonly<Record<string, string>>;
  readonly read: () => Promise<readonly Reading[]> | readonly Reading[];
};

export type Reading = { readonly gauge: string; readonly labels?: Labels; readonly value: number };

export interface Collectors {
  /** From now on it is asked, in place of one with the same name and labels; until the function that this gives is called. */
  add(collector: Collector): () => void;
  /** Asks all of them. One that fails or hangs tells nothing this time, and holds up the others for `patienceMs`. */
  collect(): Promise<void>;
}

const success = 'metrics_collector_success';

type Asked = {
  readonly collector: Collector;
  readings: readonly Reading[];
  reading?: Promise<boolean> | undefined;
  failed: boolean;
};

export function createCollectors(registry: Registry, logger: Logger, patienceMs = 2_000): Collectors {
  const all = new Map<string, Asked>();
  const families = new Set<string>();
  const addGauge = (name: string, help: string): void => {
    if (families.has(name)) return;
    families.add(name);
    const samples = () =>
      [...all.values()].flatMap(({ collector, readings }) =>
        readings
          .filter(({ gauge }) => gauge === name)
          .map(({ labels, value }) => ({ labels: { ...collector.labels, ...labels }, value })),
      );
    register(registry, { name, help, type: 'gauge', samples });
  };
  addGauge(success, 'Whether what is looked up at each reading could be, in time: 1 or 0.');

  const ask = async (asked: Asked): Promise<void> => {
    const { name, labels, read } = asked.collector;
    const told = (value: number): Reading => ({ gauge: success, labels: { collector: name }, value });
    asked.reading ??= Promise.resolve()
      .then(read)
      .then(
        (readings) => {
          asked.readings = [told(1), ...readings];
          return true;
        },
        (error: unknown) => {
          if (!asked.failed) logger.warn({ err: error, collector: name, ...labels }, 'metrics: a collector failed');
          return false;
        },
      )
      .finally(() => {
        asked.reading = undefined;
      });
    const inTime = await Promise.race([asked.reading, delay(patienceMs, false, { ref: false })]);
    if (!inTime) asked.readings = [told(0)];
    asked.failed = !inTime; // one line until it succeeds again
  };

  return {
    add(collector) {
      for (const [name, help] of Object.entries(collector.gauges)) addGauge(name, help);
      const asked: Asked = { collector, readings: [], failed: false };
      const key = keyOf({ ...collector.labels, collector: collector.name });
      all.set(key, asked);
      return () => {
        if (all.get(key) === asked) all.delete(key);
      };
    },
    async collect() {
      await Promise.all([...all.values()].map(ask));
    },
  };
}
