import type { Registry } from 'prom-client';
import { keyOf, type Labels, register } from './family.ts';

/** So often it has happened, whatever it is. */
export type Tally = { count: number };

/** Gives the tally of these labels, the same one to everybody who asks. Who counts often keeps it. */
export type Tallies = (labels: Labels) => Tally;

/** A counter whose series are looked up once and kept by who counts. See durations.ts. */
export function createTallies(registry: Registry, name: string, help: string): Tallies {
  const all = new Map<string, { readonly labels: Labels; readonly tally: Tally }>();
  const samples = () => [...all.values()].map(({ labels, tally }) => ({ labels, value: tally.count }));
  register(registry, { name, help, type: 'counter', samples });
  return (labels) => {
    const key = keyOf(labels);
    const known = all.get(key) ?? { labels, tally: { count: 0 } };
    all.set(key, known);
    return known.tally;
  };
}
