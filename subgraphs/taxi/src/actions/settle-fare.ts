import type { EntityManager } from '@mikro-orm/postgresql';
import { PeerUnavailable } from '@moa/peer';
import { refusalsFrom } from '@moa/subgraph';
import type { Booking } from '../domain/booking.ts';
import { type BookingView, viewOf } from '../domain/booking-view.ts';
import { type BilledRide, decidePaymentFailed, isBilled } from '../domain/ride.ts';
import { type RideRefusal, rideRefusals } from '../domain/ride-refusals.ts';
import { lockBooking } from '../persistence/bookings.ts';
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
  const booking = await context.transaction(async (em) => {
    const latest = await lockBooking(em, ride.id);
    if (!latest) throw new Error(`The booking ${ride.id} is gone.`);
    return note(em, latest, { charge, now: context.clock() });
  });
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

async function note(
  em: EntityManager,
  booking: Booking,
  { charge, now }: { readonly charge: Charge; readonly now: Date },
): Promise<BookingView> {
  switch (charge.kind) {
    case 'captured':
      return completeRide(em, booking, { paymentId: charge.paymentId, now });
    case 'refused': {
      const { code, message } = charge;
      return save(em, booking, { changes: decidePaymentFailed(booking, { code, message }) });
    }
    case 'pending':
    case 'unavailable':
      return viewOf(booking);
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
