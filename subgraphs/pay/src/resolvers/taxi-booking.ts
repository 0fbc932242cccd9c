/** Rides belong to taxi; here they are no more than their id. */
export type TaxiBookingReference = { readonly id: string };
