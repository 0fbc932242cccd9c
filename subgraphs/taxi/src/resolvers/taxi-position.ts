import { positionChannel } from '../actions/channels.ts';
import { maySeeBooking } from '../domain/access.ts';
import { needsCar } from '../domain/booking.ts';
import type { PositionView } from '../domain/position.ts';
import { findBookingView } from '../persistence/booking-views.ts';
import { followCar } from '../positions/follow-car.ts';
import { latest } from '../positions/latest.ts';
import type { SubscriptionResolvers } from './schema.gen.ts';

/** No eye needs more. */
const everyMs = 500;

/** Who may not see the booking is let go without a word, like who comes too late. */
export const positionSubscription: Required<Pick<SubscriptionResolvers, 'taxiPosition'>> = {
  taxiPosition: {
    subscribe: async (_root, { bookingId }, { em, live, map, viewer }) => {
      const read = async () => {
        const view = await findBookingView(em, bookingId);
        return view && maySeeBooking(viewer, view) && needsCar(view) ? view : null;
      };
      return latest(await followCar({ live, map, channel: positionChannel(bookingId), read }), { everyMs });
    },
    resolve: (position: PositionView) => position,
  },
};
