import type { Delivery, DeliveryFact } from './delivery.ts';

/** What is known of an order's delivery before there is one, and the id and moment of its making. */
export type Making = Pick<Delivery, 'id' | 'orderId' | 'customerId' | 'address'> & { readonly now: Date };

/** How a delivery comes to be: its first state, and the fact that says so. */
export type Beginning = { readonly delivery: Delivery; readonly fact: DeliveryFact };

/** The order was paid: the food waits for a courier. */
export function start({ now, ...parcel }: Making): Beginning {
  return {
    delivery: { ...parcel, version: 1, status: 'STARTED', startedAt: now, courierId: null, acceptedAt: null },
    fact: { type: 'DeliveryStarted', ...about(parcel), version: 1 },
  };
}

/** The order was cancelled before its delivery could start: this stands in its place, so that it never will. */
export function startCancelled({ now, ...parcel }: Making): Beginning {
  return {
    delivery: {
      ...parcel,
      version: 1,
      status: 'CANCELLED',
      startedAt: null,
      courierId: null,
      acceptedAt: null,
      cancelledAt: now,
    },
    fact: { type: 'DeliveryCancelled', ...about(parcel), courierId: null, version: 1 },
  };
}

const about = ({ id, orderId, customerId }: Omit<Making, 'now'>) => ({ deliveryId: id, orderId, customerId });
