import type { Booking, TaxiFact } from './booking.ts';
import type { BookingChange } from './booking-change.ts';
import type { Offer } from './offer.ts';

/** What others are told when a taxi is asked for. */
export const requested = (booking: Booking): TaxiFact => ({
  type: 'TaxiRequested',
  ...about(booking, booking.requestedAt),
  pickup: booking.pickup,
  dropoff: booking.dropoff,
  estimatedFare: booking.estimate.fare,
});

/** What others are told when a driver is asked to take it. `version`: the booking's by then. */
export const offered = (offer: Offer, booking: Booking, version: number): TaxiFact => ({
  type: 'RideOffered',
  ...about(booking, offer.madeAt),
  version,
  driverId: offer.driverId,
  offerId: offer.id,
  pickup: booking.pickup,
  dropoff: booking.dropoff,
  expiresAt: offer.expiresAt.toISOString(),
});

/** What others are told of a change, with `booking` as it is after it; nothing of a payment's failure, which pay tells. */
export function factsOf(booking: Booking, change: BookingChange): readonly TaxiFact[] {
  switch (change.type) {
    case 'DispatchBegan':
      return [{ type: 'TaxiDispatching', ...about(booking, change.at) }];
    case 'Dispatched': {
      const { driverId, plate, phone, arrivesAt, dispatchedAt } = change.assignment;
      return [
        {
          type: 'TaxiDispatched',
          ...about(booking, dispatchedAt),
          driverId,
          plate,
          phone,
          pickup: booking.pickup,
          arrivesAt: arrivesAt.toISOString(),
        },
      ];
    }
    case 'Boarded':
      return [{ type: 'RideStarted', ...about(booking, change.at), driverId: driverOf(booking) }];
    case 'Billed': {
      const { fare, endedAt } = change.bill;
      return [{ type: 'RideBilled', ...about(booking, endedAt), driverId: driverOf(booking), fare }];
    }
    case 'PaymentFailed':
      return [];
    case 'Paid': {
      if (booking.status !== 'COMPLETED') return [];
      const { paymentId, bill } = booking;
      return [
        {
          type: 'RideCompleted',
          ...about(booking, change.at),
          driverId: driverOf(booking),
          fare: bill.fare,
          paymentId,
        },
      ];
    }
    case 'CancelRequested':
      return [{ type: 'TaxiCancelRequested', ...about(booking, change.at), driverId: assignedTo(booking) }];
    case 'CancelledByCustomer':
      return [{ type: 'TaxiCancelledByCustomer', ...about(booking, change.at), driverId: assignedTo(booking) }];
    case 'CancelledBySystem':
      return [{ type: 'TaxiCancelledBySystem', ...about(booking, change.at), reason: change.reason }];
  }
}

const about = ({ id, customerId, version }: Booking, at: Date) => ({
  bookingId: id,
  customerId,
  version,
  at: at.toISOString(),
});

const assignedTo = (booking: Booking): string | null =>
  'assignment' in booking && booking.assignment ? booking.assignment.driverId : null;

function driverOf(booking: Booking): string {
  const driverId = assignedTo(booking);
  if (driverId === null) throw new Error(`The booking ${booking.id} is ${booking.status} and has no driver.`);
  return driverId;
}
