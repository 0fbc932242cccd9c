import type { FactHandlers } from '@moa/outbox';
import { forgetRidesOf, rememberRide } from '../actions/remember-ride.ts';

/** What the ride history hears. It has a queue and a worker of its own, and may be down without anybody else noticing. */
export const rideHistoryHandlers = (): FactHandlers<'ride-history'> => ({
  TaxiRequested: rememberRide,
  TaxiDispatching: rememberRide,
  TaxiDispatched: rememberRide,
  RideStarted: rememberRide,
  RideBilled: rememberRide,
  RideCompleted: rememberRide,
  TaxiCancelRequested: rememberRide,
  TaxiCancelledByCustomer: rememberRide,
  TaxiCancelledBySystem: rememberRide,
  RidePaid: rememberRide,
  RidePaymentRefused: rememberRide,
  MemberDeleted: (em, { memberId }) => forgetRidesOf(em, memberId),
});
