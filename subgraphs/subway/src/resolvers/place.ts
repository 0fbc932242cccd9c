import { nearestStation as nearest } from '../domain/nearest-station.ts';
import { isOnEarth, type Place } from '../domain/place.ts';
import type { GraphContext } from './context.ts';
import type { ItineraryStopResolvers, TaxiPlaceResolvers } from './schema.gen.ts';

/** What another subgraph knows of a place. Where nothing can be there is nothing, and no station near to it. */
const placeFrom = <Reference extends Place>(reference: Reference): Reference | null =>
  Number.isFinite(reference.latitude) && Number.isFinite(reference.longitude) && isOnEarth(reference)
    ? reference
    : null;

const nearestStation = async (place: Place, _arguments: object, { network }: GraphContext) =>
  nearest((await network.view()).served, place);

export const ItineraryStop: ItineraryStopResolvers = { __resolveReference: placeFrom, nearestStation };

export const TaxiPlace: TaxiPlaceResolvers = { __resolveReference: placeFrom, nearestStation };
