import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Bill, Booking, BookingIn, PaymentFailure } from './booking.ts';
import type { BookingChange } from './booking-change.ts';
import { type RideRefusal, rideRefusals } from './ride-refusals.ts';

type Decision = Outcome<readonly BookingChange[], RideRefusal['code']>;

/** A ride whose customer got out: what is missing is the money. */
export type BilledRide = BookingIn<'IN_RIDE'> & { readonly bill: Bill };

const refuse = refusalsFrom(rideRefusals);

/** Boarding settles a cancellation that is still open: who sits in the car rides. Again it says nothing new. */
export function decideStart(booking: Booking, now: Date): Decision {
  switch (booking.status) {
    case 'DISPATCHED':
      return done([{ type: 'Boarded', at: now }]);
    case 'CANCEL_REQUESTED':
      return booking.assignment ? done([{ type: 'Boarded', at: now }]) : refused(refuse('NOT_DISPATCHED'));
    case 'IN_RIDE':
    case 'COMPLETED':
      return done([]);
    case 'REQUESTED':
    case 'DISPATCHING':
    case 'CANCELLED_BY_CUSTOMER':
    case 'CANCELLED_BY_SYSTEM':
      return refused(refuse('NOT_DISPATCHED'));
  }
}

/** The first time that the ride is ended makes its bill; what is paid after that is this bill, whenever it is. */
export const decideBill = (booking: Booking, bill: Bill): readonly BookingChange[] =>
  booking.status === 'IN_RIDE' && booking.bill === null ? [{ type: 'Billed', bill }] : [];

/** The money is there: the one thing that completes a ride. Told again, or too late to matter, it changes nothing. */
export const decidePaid = (booking: Booking, paymentId: string, now: Date): readonly BookingChange[] =>
  isBilled(booking) ? [{ type: 'Paid', paymentId, at: now }] : [];

/** The fare was refused. The same failure again is no news, so that who tries in a loop wakes nobody. */
export function decidePaymentFailed(booking: Booking, failure: PaymentFailure): readonly BookingChange[] {
  if (!isBilled(booking)) return [];
  const { code, message } = booking.paymentFailure ?? {};
  return code === failure.code && message === failure.message ? [] : [{ type: 'PaymentFailed', failure }];
}

export const isBilled = (booking: Booking): booking is BilledRide =>
  booking.status === 'IN_RIDE' && booking.bill !== null;

/** Who drives it, or drove it. */
export const driverIdOf = (booking: Booking): string | null =>
  'assignment' in booking ? (booking.assignment?.driverId ?? null) : null;
