import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';

export const policies: Policies = {
  Query: {
    payment: 'filtered', // the loader, by maySeePayment
  },
  Mutation: {
    savePaymentMethod: 'member',
    // Only taxi, which knows what a ride costs and whose it is.
    payRide: { service: 'taxi' },
    buyTokens: 'member',
    // Only plan, which knows whose recommendation it is, and tells what became of it.
    reserveToken: { service: 'plan' },
  },
  _entities: {
    Payment: 'filtered', // the loader, by maySeePayment
    Order: 'public', // no more than the id that was asked with
    Member: 'public', // likewise
    TaxiBooking: 'public', // likewise
    Recommendation: 'public', // likewise
  },
  Order: {
    id: 'with-parent',
    payment: 'filtered', // the loader, by maySeePayment
  },
  Member: {
    id: 'with-parent',
    payments: 'self-or-admin',
    // What somebody can pay with is nobody else's business.
    paymentMethods: 'self',
    tokenAccount: 'self', // nor what they have to spend
  },
  Payment: 'with-parent',
  PaymentRefusal: 'with-parent',
  TaxiBooking: 'with-parent',
  PaymentMethod: 'with-parent',
  PaymentConnection: 'with-parent',
  PaymentEdge: 'with-parent',
  PageInfo: 'with-parent',
  TokenAccount: {
    balance: 'with-parent',
    entries: 'with-parent',
  },
  TokenEntry: 'with-parent',
  TokenEntryConnection: 'with-parent',
  TokenEntryEdge: 'with-parent',
  TokenPurchase: 'with-parent',
  Recommendation: 'with-parent',
  BuyTokensPayload: 'with-parent',
  BuyTokensUserError: 'with-parent',
  ReserveTokenPayload: 'with-parent',
  PayRidePayload: 'with-parent',
  SavePaymentMethodPayload: 'with-parent',
  SavePaymentMethodUserError: 'with-parent',
};

/** Who pays, and administrators. */
export const maySeePayment = (viewer: Viewer, payment: { readonly payerId: string }): boolean =>
  viewer.kind === 'member' && (viewer.memberId === payment.payerId || viewer.roles.includes('ADMIN'));
