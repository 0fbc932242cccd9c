import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';

export const policies: Policies = {
  Query: {
    taxiBooking: 'filtered', // the loader, by maySeeBooking
    taxiEstimate: 'public',
  },
  Mutation: {
    requestTaxi: 'member',
    cancelTaxi: 'member', // a booking of somebody else looks like none: mayCancelBooking
    registerDriver: 'member', // who is no driver is refused in words: mayDrive
    goOnline: 'member', // likewise
    goOffline: 'member', // likewise
    reportPosition: 'member', // likewise
    acceptRide: 'member', // an offer to somebody else looks like none: the action compares the driver
    declineRide: 'member', // likewise
    startRide: 'member', // a ride of another driver looks like none: isDriverOf
    endRide: 'member', // likewise
  },
  Subscription: {
    taxiBookingChanged: 'member', // and filtered by maySeeBooking, at the start and at each change
    taxiPosition: 'member', // and filtered by maySeeBooking, at the start; it ends with the ride
    rideOffered: 'member', // only one's own: the channel is the viewer's
  },
  _entities: {
    TaxiBooking: 'filtered', // the loader, by maySeeBooking
    Member: 'public', // no more than the id that was asked with
    Payment: 'public', // likewise
    TaxiPlace: 'public', // likewise
  },
  Member: {
    id: 'with-parent',
    taxiBookings: 'self-or-admin',
    driver: 'self-or-admin',
    rideHistory: 'self-or-admin',
  },
  TaxiPlace: 'with-parent',
  TaxiBooking: 'with-parent', // pay shows the payment to the payer alone
  TaxiEstimate: 'with-parent',
  TaxiDriver: 'with-parent',
  TaxiBill: 'with-parent',
  TaxiPaymentFailure: 'with-parent',
  TaxiCancellation: 'with-parent',
  TaxiPosition: 'with-parent',
  RideOffer: 'with-parent',
  Driver: 'with-parent',
  Payment: 'with-parent',
  TaxiBookingConnection: 'with-parent',
  TaxiBookingEdge: 'with-parent',
  RideHistoryEntry: 'with-parent',
  RideHistoryConnection: 'with-parent',
  RideHistoryEdge: 'with-parent',
  PageInfo: 'with-parent',
  RequestTaxiPayload: 'with-parent',
  RequestTaxiUserError: 'with-parent',
  CancelTaxiPayload: 'with-parent',
  CancelTaxiUserError: 'with-parent',
  RegisterDriverPayload: 'with-parent',
  GoOnlinePayload: 'with-parent',
  GoOfflinePayload: 'with-parent',
  ReportPositionPayload: 'with-parent',
  DriverUserError: 'with-parent',
  AcceptRidePayload: 'with-parent',
  DeclineRidePayload: 'with-parent',
  RideOfferUserError: 'with-parent',
  StartRidePayload: 'with-parent',
  EndRidePayload: 'with-parent',
  RideUserError: 'with-parent',
};

type Parties = { readonly customerId: string; readonly driverId: string | null };

/** Customer, its driver and administrators. */
export const maySeeBooking = (viewer: Viewer, { customerId, driverId }: Parties): boolean =>
  viewer.kind === 'member' &&
  (viewer.memberId === customerId || viewer.memberId === driverId || viewer.roles.includes('ADMIN'));

/** Only who booked it. */
export const mayCancelBooking = (viewer: Viewer, { customerId }: Pick<Parties, 'customerId'>): boolean =>
  viewer.kind === 'member' && viewer.memberId === customerId;

/** Only who drives it. */
export const isDriverOf = (viewer: Viewer, { driverId }: Pick<Parties, 'driverId'>): boolean =>
  viewer.kind === 'member' && viewer.memberId === driverId;

export const mayDrive = (viewer: Viewer): boolean => viewer.kind === 'member' && viewer.roles.includes('DRIVER');
