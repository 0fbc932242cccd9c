import { isEstimated } from './line.ts';
import type { Network } from './network.ts';
import type { Path, PathLeg } from './path.ts';
import { type Ride, secondsOf } from './ride.ts';

/** The path that one comes along by these rides, each from where the one before it led. */
export function pathOfRides(rides: readonly Ride[], lines: Network['lines']): Path {
  const transfers = rides.flatMap(({ transfer }) => transfer ?? []);
  return {
    stops: stopsOfRides(rides),
    legs: legsOf(rides),
    transfers,
    distanceMeters: sum(rides, ({ section }) => section.distanceMeters),
    durationSeconds: sum(rides, secondsOf),
    isEstimated:
      rides.some(({ section }) => isEstimated(section)) || transfers.some((transfer) => transfer.isEstimated),
    surcharge: Math.max(...rides.map(({ lineId }) => lines.get(lineId)?.surcharge ?? 0)),
  };
}

function legsOf(rides: readonly Ride[]): readonly PathLeg[] {
  const legs: Ride[][] = [];
  for (const ride of rides) {
    const leg = legs.at(-1);
    if (leg && !ride.transfer) leg.push(ride);
    else legs.push([ride]);
  }
  return legs.map((ridden) => ({
    lineId: ridden[0]?.lineId ?? '',
    stops: stopsOfRides(ridden),
    distanceMeters: sum(ridden, ({ section }) => section.distanceMeters),
    durationSeconds: sum(ridden, ({ section }) => section.durationSeconds),
  }));
}

const stopsOfRides = (rides: readonly Ride[]): readonly string[] => [
  ...rides.slice(0, 1).map(({ from }) => from),
  ...rides.map(({ to }) => to),
];

const sum = <Item>(items: readonly Item[], numberOf: (item: Item) => number): number =>
  items.reduce((total, item) => total + numberOf(item), 0);
