import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isDriverOf } from '../domain/access.ts';
import type { Bill, Booking, BookingIn } from '../domain/booking.ts';
import { evolve } from '../domain/evolve.ts';
import { billFor } from '../domain/fare.ts';
import type { Point } from '../domain/point.ts';
import { isFresh } from '../domain/position.ts';
import { decideBill, driverIdOf, isBilled } from '../domain/ride.ts';
import { type RideRefusal, rideRefusals } from '../domain/ride-refusals.ts';
import { findBooking, lockBooking } from '../persistence/bookings.ts';
import type { TaxiContext } from './context.ts';
import { save } from './save.ts';

type Result = Outcome<Booking, RideRefusal['code']>;

const refuse = refusalsFrom(rideRefusals);

/** The customer got out: the ride with its bill, which is made the first time. A ride that is paid already comes as it is. */
export async function billRide(context: TaxiContext, bookingId: string): Promise<Result> {
  const seen = await findBooking(context.em, bookingId);
  if (!seen || !isDriverOf(context.viewer, { driverId: driverIdOf(seen) })) {
    return refused(refuse('BOOKING_NOT_FOUND', 'bookingId'));
  }
  if (seen.status === 'COMPLETED' || isBilled(seen)) return done(seen);
  if (seen.status !== 'IN_RIDE') return refused(refuse('NOT_IN_RIDE'));
  // Map and roads are asked while nothing is locked.
  const billAt = await meterOf(context, seen);
  return context.transaction(async (em): Promise<Result> => {
    const booking = await lockBooking(em, bookingId);
    if (!booking) return refused(refuse('BOOKING_NOT_FOUND', 'bookingId'));
    const changes = decideBill(booking, billAt(context.clock()));
    await save(em, booking, { changes });
    return done(changes.reduce(evolve, booking));
  });
}

/** The metres by road from the pick-up to where the car is now; the seconds are those really driven. */
async function meterOf(context: TaxiContext, ride: BookingIn<'IN_RIDE'>): Promise<(endedAt: Date) => Bill> {
  const { pickup: from, startedAt } = ride;
  const alighting = (await lastPosition(context, ride.assignment.driverId)) ?? spotOf(ride.dropoff);
  const route = await context.routes.route(from, alighting, startedAt);
  return (endedAt) => ({ ...billFor({ from, to: alighting, route, startedAt, endedAt }), alighting, endedAt });
}

/** A ride ends also while the map is away: then where the customer wanted to go. */
async function lastPosition({ map, clock }: TaxiContext, driverId: string): Promise<Point | null> {
  const positions = await map.positionsOf([driverId]).catch(() => null);
  const position = positions?.get(driverId);
  return position && isFresh(position, clock()) ? spotOf(position) : null;
}

const spotOf = ({ latitude, longitude }: Point): Point => ({ latitude, longitude });
