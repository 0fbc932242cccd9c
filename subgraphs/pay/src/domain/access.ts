import type { Viewer } from '@moa/identity';

/** Who pays, and administrators. */
export const maySeePayment = (viewer: Viewer, payment: { readonly payerId: string }): boolean =>
  maySeePaymentsOf(viewer, payment.payerId);

export const maySeePaymentsOf = (viewer: Viewer, memberId: string): boolean =>
  viewer.kind === 'member' && (viewer.memberId === memberId || viewer.roles.includes('ADMIN'));

/** What somebody can pay with is nobody else's business. */
export const maySeePaymentMethodsOf = (viewer: Viewer, memberId: string): boolean =>
  viewer.kind === 'member' && viewer.memberId === memberId;
