import type { Viewer } from '@moa/identity';

/** Customer, the courier who brings it, and administrators. */
export const maySeeOrder = (viewer: Viewer, order: { customerId: string; courierId: string | null }): boolean =>
  viewer.kind === 'member' &&
  (viewer.memberId === order.customerId || viewer.memberId === order.courierId || viewer.roles.includes('ADMIN'));

/** Only who ordered it. */
export const mayCancelOrder = (viewer: Viewer, order: { customerId: string }): boolean =>
  viewer.kind === 'member' && viewer.memberId === order.customerId;

/** A member's list of orders is the member's own. */
export const maySeeOrdersOf = (viewer: Viewer, memberId: string): boolean =>
  viewer.kind === 'member' && (viewer.memberId === memberId || viewer.roles.includes('ADMIN'));

export const mayRegisterMenuItems = (viewer: Viewer): boolean =>
  viewer.kind === 'member' && viewer.roles.includes('MERCHANT');
