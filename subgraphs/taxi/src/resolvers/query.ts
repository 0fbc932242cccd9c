import { taxiEstimate } from '../actions/request-taxi.ts';
import { placeOf } from './place.ts';
import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  taxiBooking: (_root, { id }, { loaders }) => loaders.booking.load(id),
  taxiEstimate: async (_root, { pickup, dropoff }, context) => {
    const trip = { pickup: placeOf(pickup), dropoff: placeOf(dropoff) };
    return { ...(await taxiEstimate(context, trip)), ...trip };
  },
};
