import { readSeoulNetwork } from '../migrations/seoul-network.ts';
import type { Line } from '../src/domain/line.ts';

/** The network of the Seoul metropolitan area, as data/ has it. */
export const seoul = readSeoulNetwork();

const ids = new Map([...seoul.stations.values()].map(({ id, name }) => [name, id]));

export function idOf(name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`There is no station ${name}`);
  return id;
}

export const nameOf = (id: string): string => seoul.stations.get(id)?.name ?? `no station ${id}`;

export function lineOf(id: string): Line {
  const line = seoul.lines.get(id);
  if (!line) throw new Error(`There is no line ${id}`);
  return line;
}
