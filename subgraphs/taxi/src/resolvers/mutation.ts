import { payload } from '@moa/subgraph';
import { acceptRide } from '../actions/accept-ride.ts';
import { cancelTaxi } from '../actions/cancel-taxi.ts';
import { declineRide } from '../actions/decline-ride.ts';
import { requestTaxi } from '../actions/request-taxi.ts';
import { driverMutations } from './driver-mutations.ts';
import { placeOf } from './place.ts';
import { rideMutations } from './ride-mutations.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  ...driverMutations,
  ...rideMutations,
  requestTaxi: async (_root, { input }, context) => {
    const { pickup, dropoff, paymentMethodId, idempotencyKey } = input;
    const command = {
      pickup: placeOf(pickup),
      dropoff: placeOf(dropoff),
      paymentMethodId: paymentMethodId ?? null,
      idempotencyKey,
    };
    return payload('booking', await requestTaxi(context, command));
  },
  cancelTaxi: async (_root, { input }, context) => payload('booking', await cancelTaxi(context, input.bookingId)),
  acceptRide: async (_root, { input }, context) => payload('booking', await acceptRide(context, input.offerId)),
  declineRide: async (_root, { input }, context) => payload('offer', await declineRide(context, input.offerId)),
};
