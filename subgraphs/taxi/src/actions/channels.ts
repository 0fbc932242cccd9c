/** The channel of the live log that carries a booking's views. */
export const bookingChannel = (bookingId: string): string => `taxi:${bookingId}`;

/** The channel that carries where the car of a booking is, and at last `{ ended: true }`. */
export const positionChannel = (bookingId: string): string => `taxi-position:${bookingId}`;

/** The channel that carries what a driver is offered, and what became of it. */
export const offerChannel = (driverId: string): string => `ride-offers:${driverId}`;
