import { connectionOf, pageRequest } from '@moa/subgraph';
import { findRideHistory } from '../persistence/ride-history.ts';
import type { MemberResolvers, RideHistoryEntryResolvers } from './schema.gen.ts';

/** `Member.rideHistory`. */
export const memberRideHistory: NonNullable<MemberResolvers['rideHistory']> = async (
  { id },
  { as: role, first, after },
  { em },
) => {
  const page = pageRequest(first, after);
  return connectionOf(await findRideHistory(em, id, { role, page }), page, (entry) => entry.bookingId);
};

export const RideHistoryEntry: RideHistoryEntryResolvers = {
  booking: ({ bookingId }, _arguments, { loaders }) => loaders.booking.load(bookingId),
};
