import type { Peer } from '@moa/peer';

/** The one thing that plan asks pay for and waits. */
export interface PayPeer {
  /**
   * Holds one token of the member's for a recommendation, however often it is asked; `REFUSED` when there is none.
   * @throws PeerUnavailable: nobody knows; ask again
   */
  reserveToken(reservation: {
    readonly recommendationId: string;
    readonly memberId: string;
  }): Promise<'RESERVED' | 'REFUSED'>;
}

const document = /* GraphQL */ `
  mutation ReserveToken($input: ReserveTokenInput!) {
    reserveToken(input: $input) {
      status
    }
  }
`;

type Answer = { readonly reserveToken: { readonly status: 'RESERVED' | 'REFUSED' } };

export const payPeer = (peer: Peer): PayPeer => ({
  async reserveToken(input) {
    return (await peer.ask<Answer>(document, { input })).reserveToken.status;
  },
});
