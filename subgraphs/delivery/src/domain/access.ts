import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';
import type { DeliveryStatus } from './delivery.ts';

export const policies: Policies = {
  Query: {
    delivery: 'filtered', // the loader, by maySeeDelivery
    openDeliveries: { roles: ['COURIER', 'ADMIN'] },
  },
  Mutation: {
    acceptDelivery: 'member', // who is no courier is refused in words: mayAcceptDeliveries
    completeDelivery: 'member', // who is not its courier is refused in words: maySeeDelivery, then decideComplete
    // Only order, which knows what the customer may do.
    cancelDeliveryOfOrder: { service: 'order' },
  },
  Subscription: {
    deliveryChanged: 'member', // and what comes is filtered by maySeeDelivery, at the start and at each change
  },
  _entities: {
    Delivery: 'filtered', // the loader, by maySeeDelivery
    Order: 'public', // no more than the id that was asked with
    Member: 'public', // likewise
  },
  Order: {
    id: 'with-parent',
    delivery: 'filtered', // the loader, by maySeeDelivery
  },
  Member: { id: 'with-parent', deliveries: 'self-or-admin' },
  Delivery: 'with-parent',
  DeliveryConnection: 'with-parent',
  DeliveryEdge: 'with-parent',
  PageInfo: 'with-parent',
  AcceptDeliveryPayload: 'with-parent',
  AcceptDeliveryUserError: 'with-parent',
  CompleteDeliveryPayload: 'with-parent',
  CompleteDeliveryUserError: 'with-parent',
  CancelDeliveryOfOrderPayload: 'with-parent',
};

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

export const mayAcceptDeliveries = (viewer: Viewer): boolean =>
  viewer.kind === 'member' && viewer.roles.includes('COURIER');
