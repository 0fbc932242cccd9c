import { payload } from '@moa/subgraph';
import { endRide } from '../actions/end-ride.ts';
import { startRide } from '../actions/start-ride.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const rideMutations: Required<Pick<MutationResolvers, 'startRide' | 'endRide'>> = {
  startRide: async (_root, { input }, context) => payload('booking', await startRide(context, input.bookingId)),
  endRide: (_root, { input }, context) => endRide(context, input.bookingId),
};
