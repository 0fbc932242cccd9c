import { type Line, type Section, stopsOf } from './line.ts';
import type { Network } from './network.ts';
import type { PathTransfer } from './path.ts';
import { transfersOf } from './transfers.ts';

/** One section, ridden from one of its ends to the other. */
export type Ride = {
  readonly lineId: string;
  readonly from: string;
  readonly to: string;
  readonly section: Section;
  /** What it takes to get on; null for who comes from the street, or stays in the train. */
  readonly transfer: PathTransfer | null;
};

/** A ride from the street or the train, and the same one after each transfer that may come before it. */
export type Boarding = {
  readonly ride: Ride;
  readonly afterTransfer: readonly (Ride & { readonly transfer: PathTransfer })[];
};

export function boardingsIn(network: Network): readonly Boarding[] {
  const lines = [...network.lines.values()];
  const linesAt = Map.groupBy(
    lines.flatMap((line) => stopsOf(line).map((stop) => ({ stop, lineId: line.id }))),
    ({ stop }) => stop,
  );
  const transferOf = transfersOf(network);
  return lines
    .flatMap((line) => [...ridesOf(line)])
    .map((ride) => ({
      ride,
      afterTransfer: (linesAt.get(ride.from) ?? [])
        .filter(({ lineId }) => lineId !== ride.lineId)
        .map(({ lineId }) => ({ ...ride, transfer: transferOf(ride.from, lineId, ride.lineId) })),
    }));
}

function* ridesOf({ id: lineId, branches }: Line): Generator<Ride> {
  for (const { stops, sections, isOneWay } of branches) {
    for (const [index, section] of sections.entries()) {
      const [up, down] = [stops[index], stops[index + 1]];
      if (up === undefined || down === undefined) throw new Error(`A branch of line ${lineId} has too few stops`);
      yield { lineId, from: up, to: down, section, transfer: null };
      if (!isOneWay) yield { lineId, from: down, to: up, section, transfer: null };
    }
  }
}

export const secondsOf = ({ section, transfer }: Ride): number =>
  section.durationSeconds + (transfer?.walkSeconds ?? 0);
