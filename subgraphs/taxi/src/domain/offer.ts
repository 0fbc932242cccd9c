/** A ride that one driver was asked to take. One booking has one open offer at a time, and so has a driver. */
export type Offer = {
  readonly id: string;
  readonly bookingId: string;
  readonly driverId: string;
  readonly status: OfferStatus;
  /** From the driver to the pick-up, by road. */
  readonly pickupMeters: number;
  readonly pickupSeconds: number;
  readonly madeAt: Date;
  /** No answer counts after that. */
  readonly expiresAt: Date;
};

export type OfferStatus = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN';
