import type { Won } from '@moa/money';
import type { BookingStatus } from './booking.ts';
import type { Place } from './point.ts';
import type { RideRecord } from './ride-record.ts';

/** A ride as its people remember it. Moments are RFC 3339 text. */
export type RideHistoryEntry = {
  readonly bookingId: string;
  readonly bookingStatus: BookingStatus;
  readonly dispatchStatus: 'SEARCHING' | 'ON_THE_WAY' | 'DRIVING' | 'DONE' | 'NONE';
  readonly pickup: Place;
  readonly dropoff: Place;
  readonly driver: { readonly member: { readonly id: string }; readonly plate: string; readonly phone: string } | null;
  readonly fare: Won;
  readonly paymentStatus: 'NOT_DUE' | 'DUE' | 'CAPTURED' | 'REFUSED';
  readonly requestedAt: string;
  /** When the booking last changed; of a payment it is not known. */
  readonly updatedAt: string;
};

/** What a record has to show; null until the fact has come that says what was asked for. */
export function entryOf({
  bookingId,
  progress,
  request,
  driverId,
  car,
  fare,
  payment,
}: RideRecord): RideHistoryEntry | null {
  if (!request || !progress) return null;
  return {
    bookingId,
    bookingStatus: progress.status,
    dispatchStatus: dispatchStatusOf(progress.status, { hasDriver: driverId !== null, isBilled: fare !== null }),
    pickup: request.pickup,
    dropoff: request.dropoff,
    driver: driverId !== null && car ? { member: { id: driverId }, ...car } : null,
    fare: fare ?? request.estimatedFare,
    paymentStatus: payment ?? (fare === null ? 'NOT_DUE' : 'DUE'),
    requestedAt: request.at,
    updatedAt: progress.at,
  };
}

function dispatchStatusOf(
  status: BookingStatus,
  { hasDriver, isBilled }: { readonly hasDriver: boolean; readonly isBilled: boolean },
): RideHistoryEntry['dispatchStatus'] {
  switch (status) {
    case 'REQUESTED':
    case 'DISPATCHING':
      return 'SEARCHING';
    case 'DISPATCHED':
      return 'ON_THE_WAY';
    case 'CANCEL_REQUESTED':
      return hasDriver ? 'ON_THE_WAY' : 'SEARCHING';
    case 'IN_RIDE':
      // Who has got out but not paid yet keeps the booking open, not the drive.
      return isBilled ? 'DONE' : 'DRIVING';
    case 'COMPLETED':
      return 'DONE';
    case 'CANCELLED_BY_CUSTOMER':
    case 'CANCELLED_BY_SYSTEM':
      return 'NONE';
  }
}
