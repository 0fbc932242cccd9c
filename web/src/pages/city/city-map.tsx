import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Marker } from '../../map/marker.tsx';
import type { Point } from '../../map/point.ts';
import { SeoulMap } from '../../map/seoul-map.tsx';
import type { CityPlanFragment, CityRideFragment } from './city.gen.ts';
import { hasCar } from './moving.ts';
import { cityWords } from './words.ts';

type Props = {
  readonly plans: readonly CityPlanFragment[];
  readonly rides: readonly CityRideFragment[];
  /** Where the car of a ride was last. */
  readonly cars: Readonly<Record<string, Point>>;
};

/** One map of all that has a place. */
export function CityMap({ plans, rides, cars }: Props): ReactNode {
  const words = useWords(cityWords);
  const places = plans.flatMap(({ id, itinerary }) =>
    itinerary.flatMap(({ day, stops }) =>
      stops.map(({ name, latitude, longitude }, index): Marker => {
        return { id: `${id} ${day} ${index}`, kind: 'place', label: name, latitude, longitude };
      }),
    ),
  );
  const onRoad = rides.flatMap((ride): Marker[] => {
    const { id, pickup, dropoff } = ride;
    const car = hasCar(ride) ? cars[id] : undefined;
    return [
      { ...pickup, id: `${id} pickup`, kind: 'pickup', label: words.pickup(pickup.name) },
      { ...dropoff, id: `${id} dropoff`, kind: 'dropoff', label: words.dropoff(dropoff.name) },
      ...(car ? [{ ...car, id, kind: 'car' as const, label: words.car(dropoff.name) }] : []),
    ];
  });
  return <SeoulMap label={words.map} subwayLines markers={[...places, ...onRoad]} />;
}
