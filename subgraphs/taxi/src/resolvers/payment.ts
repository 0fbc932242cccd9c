/** Payments belong to pay; here they are no more than their id. */
export type PaymentReference = { readonly id: string };
