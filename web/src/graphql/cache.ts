import { type FieldReadFunction, InMemoryCache } from '@apollo/client';
import { pages } from './pages.ts';

/** One thing by its id: from the cache, when any list brought it already. */
const oneOf =
  (typename: string): FieldReadFunction =>
  (known, { args, toReference, canRead }) => {
    if (known !== undefined) return known;
    const reference = toReference({ __typename: typename, id: args?.id });
    return canRead(reference) ? reference : undefined;
  };

export const createCache = (): InMemoryCache =>
  new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          menuItem: oneOf('MenuItem'),
          order: oneOf('Order'),
          delivery: oneOf('Delivery'),
          taxiBooking: oneOf('TaxiBooking'),
          plan: oneOf('Plan'),
          recommendation: oneOf('Recommendation'),
          member: oneOf('Member'),
          station: oneOf('Station'),
          subwayLine: oneOf('SubwayLine'),
          menuItems: pages('search'),
          openDeliveries: pages(),
          planBoard: pages('search', 'orderBy'),
          followDashboard: pages(),
          stations: pages('search'),
        },
      },
      Member: {
        fields: {
          orders: pages('status'),
          deliveries: pages('status'),
          payments: pages(),
          taxiBookings: pages('status'),
          rideHistory: pages('as'),
          plans: pages(),
          sharedPlans: pages(),
          heartedPlans: pages(),
          followers: pages(),
          following: pages(),
          notifications: pages('unreadOnly'),
          tokenAccount: { merge: true },
          favoritePaths: pages(),
          driver: { merge: true },
        },
      },
      TokenAccount: { fields: { entries: pages() } },
    },
  });
