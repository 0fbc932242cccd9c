import { connectionOf, pageRequest } from '@moa/subgraph';
import { findBookingViewsOf } from '../persistence/booking-views.ts';
import { memberRideHistory } from './ride-history.ts';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  taxiBookings: async ({ id }, { first, after, status }, { em }) => {
    const page = pageRequest(first, after);
    return connectionOf(await findBookingViewsOf(em, id, { status: status ?? null, page }), page, (view) => view.id);
  },
  driver: ({ id }, _arguments, { loaders }) => loaders.driver.load(id),
  rideHistory: memberRideHistory,
};
