import { follow, graphError, memberId } from '@moa/subgraph';
import { bookingChannel, offerChannel } from '../actions/channels.ts';
import { maySeeBooking } from '../domain/access.ts';
import type { BookingView } from '../domain/booking-view.ts';
import type { OfferView } from '../domain/offer-view.ts';
import { findBookingView } from '../persistence/booking-views.ts';
import { findOpenOfferView } from '../persistence/offers.ts';
import type { SubscriptionResolvers } from './schema.gen.ts';
import { positionSubscription } from './taxi-position.ts';

export const Subscription: SubscriptionResolvers = {
  ...positionSubscription,
  taxiBookingChanged: {
    subscribe: async (_root, { bookingId }, { em, live, viewer }) => {
      const maySee = (view: BookingView) => maySeeBooking(viewer, view);
      const read = async () => {
        const view = await findBookingView(em, bookingId);
        return view && maySee(view) ? view : null;
      };
      if (!(await read())) throw graphError('NOT_FOUND', 'There is no such booking of yours.');
      return follow({ live, channel: bookingChannel(bookingId), read, maySee });
    },
    resolve: (view: BookingView) => view,
  },
  rideOffered: {
    subscribe: (_root, _arguments, { em, live, viewer }) => {
      const driverId = memberId(viewer);
      const maySee = (offer: OfferView) => offer.driverId === driverId;
      return follow({ live, channel: offerChannel(driverId), read: () => findOpenOfferView(em, driverId), maySee });
    },
    resolve: (offer: OfferView) => offer,
  },
};
