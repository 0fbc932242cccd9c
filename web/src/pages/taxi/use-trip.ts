import { useSearchParams } from 'react-router';
import { type Place, plain, spot } from './place.ts';

export type End = 'pickup' | 'dropoff';

export type Trip = {
  readonly pickup: Place | undefined;
  readonly dropoff: Place | undefined;
  readonly choose: (end: End, place: Place) => void;
  readonly swap: () => void;
};

/** From where to where. It stands in the page's address, so that it is still there after signing in. */
export function useTrip(): Trip {
  const [parameters, setParameters] = useSearchParams();
  const pickup = read(parameters.get('pickup'));
  const dropoff = read(parameters.get('dropoff'));
  const keep = (ends: Readonly<Record<End, Place | undefined>>) => {
    setParameters(addressOf(ends), { replace: true, preventScrollReset: true });
  };
  return {
    pickup,
    dropoff,
    choose: (end, place) => keep({ pickup, dropoff, [end]: plain(place) }),
    swap: () => keep({ pickup: dropoff, dropoff: pickup }),
  };
}

/** The part of the address that says a trip. */
export function addressOf({ pickup, dropoff }: Readonly<Record<End, Place | undefined>>): URLSearchParams {
  const parameters = new URLSearchParams();
  if (pickup) parameters.set('pickup', write(pickup));
  if (dropoff) parameters.set('dropoff', write(dropoff));
  return parameters;
}

const write = ({ latitude, longitude, name }: Place): string => [latitude, longitude, name].join(' ');

function read(text: string | null): Place | undefined {
  const [latitude, longitude, ...name] = text?.split(' ') ?? [];
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  const isPlace = longitude !== undefined && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  return isPlace ? { ...spot(point), name: name.join(' ').slice(0, 100) } : undefined;
}
