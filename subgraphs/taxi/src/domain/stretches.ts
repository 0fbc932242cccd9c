import { districtOf } from './city.ts';
import { greatCircle } from './geodesy.ts';
import type { Stretch } from './meter.ts';
import type { Point } from './point.ts';
import { nightChanges } from './surcharge.ts';

/** How finely a ride is cut, and at most into how many pieces: the border of the city is found that exactly. */
const pieceMeters = 250;
const maxPieces = 64;

export type Ride = {
  readonly from: Point;
  readonly to: Point;
  readonly meters: number;
  readonly seconds: number;
  readonly startedAt: Date;
};

/**
 * A ride as the meter sees it. We know its ends, its length and its time, but not the streets: so it is taken to follow the
 * great circle at one speed. It is cut into equal pieces, and once more wherever the night's share changes. Each piece counts as
 * what it is at its beginning.
 */
export function stretchesOf({ from, to, meters, seconds, startedAt }: Ride): Stretch[] {
  const start = startedAt.getTime();
  const pieces = Math.min(Math.max(Math.ceil(meters / pieceMeters), 1), maxPieces);
  const changes = nightChanges(startedAt, new Date(start + seconds * 1000));
  const cuts = [
    ...Array.from({ length: pieces }, (_, piece) => piece / pieces),
    ...changes.map((change) => (change.getTime() - start) / (seconds * 1000)),
  ].sort((a, b) => a - b);
  const spotAt = greatCircle(from, to);
  return cuts.map((begin, index) => {
    const share = (cuts[index + 1] ?? 1) - begin;
    return {
      meters: meters * share,
      seconds: seconds * share,
      at: new Date(Math.round(start + begin * seconds * 1000)),
      outside: districtOf(spotAt(begin)) === null,
    };
  });
}
