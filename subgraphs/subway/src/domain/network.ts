import type { Line } from './line.ts';
import type { Station } from './station.ts';

/** How far it is on foot between the platforms of two lines at a station, in the one direction as in the other. */
export type Transfer = {
  readonly stationId: string;
  readonly lineIds: readonly [string, string];
  readonly walkMeters: number;
  readonly walkSeconds: number;
};

/** Everything that trains run on. Each stop of each line is one of the stations. */
export type Network = {
  readonly stations: ReadonlyMap<string, Station>;
  /** In the order in which they are shown. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly transfers: readonly Transfer[];
};
