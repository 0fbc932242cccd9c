import { Counter, type Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

/** So often it has happened, whatever it is. */
export type Tally = { count: number };

/** A counter whose series are looked up once and kept by who counts; prom-client is told when somebody reads. See durations.ts. */
export function createTallies(registry: Registry, name: string, help: string, labelNames: string[]) {
  const tallies: { readonly labels: Labels; readonly tally: Tally }[] = [];
  new Counter({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, tally } of tallies) this.inc(labels, tally.count);
    },
  });
  /** Called once for the same labels. */
  return (labels: Labels): Tally => {
    const tally = { count: 0 };
    tallies.push({ labels, tally });
    return tally;
  };
}
