import type { PathCriterion } from './path.ts';
import { type Boarding, type Ride, secondsOf } from './ride.ts';

/** What a ride costs by each criterion. */
export type Costs = Readonly<Record<PathCriterion, number>>;

/**
 * Each cost is two whole numbers in one: what counts first, and, so small that all of a path together does not make up for one of
 * those, what decides between equals. No best path takes a ride twice, so it never comes to more seconds than all rides together.
 */
export function costsIn(boardings: readonly Boarding[]): (ride: Ride) => Costs {
  const aboveSeconds = boardings.reduce((sum, { ride, afterTransfer }) => {
    return sum + Math.max(...[ride, ...afterTransfer].map(secondsOf));
  }, 1);
  const aboveTransfers = boardings.length + 1;
  return (ride) => {
    const [seconds, transfers] = [secondsOf(ride), ride.transfer ? 1 : 0];
    return {
      DISTANCE: ride.section.distanceMeters * aboveSeconds + seconds,
      DURATION: seconds * aboveTransfers + transfers,
      TRANSFERS: transfers * aboveSeconds + seconds,
    };
  };
}
