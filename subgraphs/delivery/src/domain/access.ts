import type { Viewer } from '@moa/identity';
import type { DeliveryStatus } from './delivery.ts';

/** What access depends on. */
type Guarded = {
  readonly status: DeliveryStatus;
  readonly customerId: string;
  readonly courierId: string | null;
};

/** Customer, the courier who brings it, and administrators; while it waits for a courier, every courier. */
export const maySeeDelivery = (viewer: Viewer, delivery: Guarded): boolean =>
  viewer.kind === 'member' &&
  (viewer.memberId === delivery.customerId ||
    viewer.memberId === delivery.courierId ||
    viewer.roles.includes('ADMIN') ||
    (viewer.roles.includes('COURIER') && isOpen(delivery)));

/** Waits for a courier. */
const isOpen = ({ status, courierId }: Guarded): boolean => status === 'STARTED' && courierId === null;

export const maySeeOpenDeliveries = (viewer: Viewer): boolean =>
  viewer.kind === 'member' && (viewer.roles.includes('COURIER') || viewer.roles.includes('ADMIN'));

export const mayAcceptDeliveries = (viewer: Viewer): boolean =>
  viewer.kind === 'member' && viewer.roles.includes('COURIER');

/** Only order, which knows what the customer may do. */
export const mayCancelDeliveries = (viewer: Viewer): boolean => viewer.kind === 'service' && viewer.name === 'order';
