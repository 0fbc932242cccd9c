import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Marker } from '../../map/marker.tsx';
import type { Point } from '../../map/point.ts';
import { SeoulMap } from '../../map/seoul-map.tsx';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import { rideWords } from './ride-words.ts';

type Props = {
  readonly ride: Pick<TaxiBookingShownFragment, 'status' | 'pickup' | 'dropoff'>;
  readonly car: Point | undefined;
  readonly onPick?: (point: Point) => void;
};

/** Both ends of a ride, and its car on the way between them. */
export function RideMap({ ride: { status, pickup, dropoff }, car, onPick }: Props): ReactNode {
  const words = useWords(rideWords);
  const markers: Marker[] = [
    { ...pickup, id: 'pickup', kind: 'pickup', label: `${words.pickup}: ${pickup.name}` },
    { ...dropoff, id: 'dropoff', kind: 'dropoff', label: `${words.dropoff}: ${dropoff.name}` },
    ...(car ? [{ ...car, id: 'car', kind: 'car', label: words.car } as const] : []),
  ];
  const ahead = status === 'DISPATCHED' ? pickup : status === 'IN_RIDE' ? dropoff : undefined;
  return (
    <SeoulMap
      label={words.map}
      subwayLines
      markers={markers}
      paths={[
        { id: 'way', points: [pickup, dropoff], color: 'var(--line-strong)' },
        ...(car && ahead ? [{ id: 'ahead', points: [car, ahead], color: 'var(--accent)' }] : []),
      ]}
      around={car && status === 'DISPATCHED' ? [pickup, roughly(car)] : [pickup, dropoff]}
      {...(onPick && { onPick })}
    />
  );
}

/** To about a kilometre, so that the map does not go along at each of the car's steps. */
const roughly = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.round(latitude * 100) / 100,
  longitude: Math.round(longitude * 100) / 100,
});
