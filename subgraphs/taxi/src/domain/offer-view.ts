import type { Won } from '@moa/money';
import type { Booking } from './booking.ts';
import type { Offer, OfferStatus } from './offer.ts';
import type { Place } from './point.ts';

/** An offer as its driver sees it. It is also sent as JSON, so moments are RFC 3339 text. */
export type OfferView = {
  readonly id: string;
  /** The driver's version when it last changed. */
  readonly revision: number;
  readonly bookingId: string;
  readonly driverId: string;
  readonly status: OfferStatus;
  readonly pickup: Place;
  readonly dropoff: Place;
  readonly estimatedFare: Won;
  readonly pickupDistanceMeters: number;
  readonly expiresAt: string;
};

/** `revision`: the driver's version. */
export const offerViewOf = (offer: Offer, booking: Booking, revision: number): OfferView => ({
  id: offer.id,
  revision,
  bookingId: booking.id,
  driverId: offer.driverId,
  status: offer.status,
  pickup: booking.pickup,
  dropoff: booking.dropoff,
  estimatedFare: booking.estimate.fare,
  pickupDistanceMeters: offer.pickupMeters,
  expiresAt: offer.expiresAt.toISOString(),
});
