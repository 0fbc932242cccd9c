import type { Won } from '@moa/money';
import type { Peer } from '@moa/peer';

/** What became of the fare. `pending`: nobody knows yet; pay goes on asking, and its facts will tell. */
export type FarePayment =
  | { readonly kind: 'captured'; readonly paymentId: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'pending' };

/** The one thing that taxi asks pay for and waits. */
export interface PayPeer {
  /**
   * Charges the fare of a ride once, whatever is repeated; after a refusal it is tried anew.
   * @throws PeerUnavailable: nobody knows, and pay's facts will tell
   */
  payRide(fare: {
    readonly rideId: string;
    readonly customerId: string;
    readonly paymentMethodId: string | null;
    readonly amount: Won;
  }): Promise<FarePayment>;
}

const document = /* GraphQL */ `
  mutation PayRide($input: PayRideInput!) {
    payRide(input: $input) {
      status
      paymentId
      refusal {
        code
        message
      }
    }
  }
`;

type Answer = {
  readonly payRide: {
    readonly status: 'PENDING' | 'CAPTURED' | 'REFUSED' | 'REFUNDED';
    readonly paymentId: string;
    readonly refusal: { readonly code: string; readonly message: string } | null;
  };
};

export const payPeer = (peer: Peer): PayPeer => ({
  async payRide(fare) {
    const { payRide } = await peer.ask<Answer>(document, { input: fare });
    if (payRide.refusal) return { kind: 'refused', ...payRide.refusal };
    return payRide.status === 'CAPTURED' ? { kind: 'captured', paymentId: payRide.paymentId } : { kind: 'pending' };
  },
});
