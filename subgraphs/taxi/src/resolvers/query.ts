import { taxiEstimate } from '../actions/request-taxi.ts';
import { placeOf } from './place.ts';
import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  taxiBooking: (_root, { id }, { loaders }) => loaders.booking.load(id),
  taxiEstimate: (_root, { pickup, dropoff }, context) =>
    taxiEstimate(context, { pickup: placeOf(pickup), dropoff: placeOf(dropoff) }),
};
