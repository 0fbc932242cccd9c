import type { Place } from '../domain/point.ts';
import type { TaxiPlaceInput } from './schema.gen.ts';

/** A place as a client gave it; without a name it has none. */
export const placeOf = ({ name, latitude, longitude }: TaxiPlaceInput): Place => ({
  name: name ?? '',
  latitude,
  longitude,
});
