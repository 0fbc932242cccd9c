import type { Peer } from '@moa/peer';
import type { DeliveryAnswer } from '../domain/cancel.ts';
import type { Order } from '../domain/order.ts';

/** The one thing that order asks delivery for and waits. */
export interface DeliveryPeer {
  /** After `CANCELLED` the delivery will never start or go on. @throws PeerUnavailable: nobody knows, and its facts will tell */
  cancelDelivery(order: Order): Promise<Exclude<DeliveryAnswer, 'NOT_ASKED'>>;
}

const document = /* GraphQL */ `
  mutation CancelDeliveryOfOrder($input: CancelDeliveryOfOrderInput!) {
    cancelDeliveryOfOrder(input: $input) {
      status
    }
  }
`;

type Answer = { readonly cancelDeliveryOfOrder: { readonly status: 'CANCELLED' | 'COMPLETED' } };

export const deliveryPeer = (peer: Peer): DeliveryPeer => ({
  async cancelDelivery({ id, customerId, deliveryAddress }) {
    const input = { orderId: id, customerId, address: deliveryAddress };
    return (await peer.ask<Answer>(document, { input })).cancelDeliveryOfOrder.status;
  },
});
