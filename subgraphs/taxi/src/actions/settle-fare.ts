import { PeerUnavailable } from '@moa/peer';
import { refusalsFrom } from '@moa/subgraph';
import type { Booking } from '../domain/booking.ts';
import { type BookingView, viewOf } from '../domain/booking-view.ts';
import { type BilledRide, decidePaymentFailed, isBilled } from '../domain/ride.ts';
import { type RideRefusal, rideRefusals } from '../domain/ride-refusals.ts';
import { findBooking, lockBooking } from '../persistence/bookings.ts';
import { completeRide } from './complete-ride.ts';
import type { TaxiContext } from './context.ts';
import type { FarePayment, PayPeer } from './pay-peer.ts';
import { placeDriver } from './place-driver.ts';
import { save } from './save.ts';

/** A ride as it stands after a try to end it, and why it is not completed. */
export type RideEnd = { readonly booking: BookingView | null; readonly userErrors: readonly RideRefusal[] };

type Charge = FarePayment | { readonly kind: 'unavailable' };

const refuse = refusalsFrom(rideRefusals);

/**
 * Has the bill paid, and completes the ride when it is. No transaction is open while pay is asked: that may take seconds.
 * What pay did without our hearing of it comes as a fact (events/facts.ts), and the ride's id keeps it from charging twice.
 */
export async function settleFare(context: TaxiContext, ride: Booking): Promise<RideEnd> {
  if (!isBilled(ride)) return { booking: viewOf(ride), userErrors: [] };
  const charge = await ask(context.pay, ride);
  const booking = await note(context, ride.id, charge);
  // A fact, or another try, may have been faster than this answer.
  if (booking.status !== 'COMPLETED') return { booking, userErrors: refusalsOf(charge) };
  // At once, so that whoever needs a car now finds this one; when it fails, the job does it.
  await placeDriver(context, ride.assignment.driverId).catch(() => undefined);
  return { booking, userErrors: [] };
}

async function ask(pay: PayPeer, { id, customerId, paymentMethodId, bill }: BilledRide): Promise<Charge> {
  try {
    return await pay.payRide({ rideId: id, customerId, paymentMethodId, amount: bill.fare });
  } catch (error) {
    if (error instanceof PeerUnavailable) return { kind: 'unavailable' };
    throw error;
  }
}

/** The ride with what became of its payment. */
async function note(context: TaxiContext, bookingId: string, charge: Charge): Promise<BookingView> {
  const found = async (finding: Promise<Booking | null>): Promise<Booking> => {
    const booking = await finding;
    if (!booking) throw new Error(`The booking ${bookingId} is gone.`);
    return booking;
  };
  switch (charge.kind) {
    case 'captured':
      return context.transaction(async (em) => {
        const booking = await found(lockBooking(em, bookingId));
        return completeRide(em, booking, { paymentId: charge.paymentId, now: context.clock() });
      });
    case 'refused': {
      const { code, message } = charge;
      return context.transaction(async (em) => {
        const booking = await found(lockBooking(em, bookingId));
        return save(em, booking, { changes: decidePaymentFailed(booking, { code, message }) });
      });
    }
    // Nothing to write, and whoever waited long enough for pay does not wait for a lock as well.
    case 'pending':
    case 'unavailable':
      return viewOf(await found(findBooking(context.em, bookingId)));
  }
}

function refusalsOf(charge: Charge): readonly RideRefusal[] {
  switch (charge.kind) {
    case 'captured':
      return [];
    case 'refused':
      return [{ ...refuse('PAYMENT_REFUSED'), message: charge.message || rideRefusals.PAYMENT_REFUSED }];
    case 'pending':
      return [refuse('PAYMENT_PENDING')];
    case 'unavailable':
      return [refuse('PAYMENT_UNAVAILABLE')];
  }
}
