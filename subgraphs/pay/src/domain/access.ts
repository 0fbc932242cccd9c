import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';

export const policies: Policies = {
  Query: {
    payment: 'filtered', // the loader, by maySeePayment
  },
  Mutation: { savePaymentMethod: 'member' },
  _entities: {
    Payment: 'filtered', // the loader, by maySeePayment
    Order: 'public', // no more than the id that was asked with
    Member: 'public', // likewise
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
  },
  Payment: 'with-parent',
  PaymentRefusal: 'with-parent',
  PaymentMethod: 'with-parent',
  PaymentConnection: 'with-parent',
  PaymentEdge: 'with-parent',
  PageInfo: 'with-parent',
  SavePaymentMethodPayload: 'with-parent',
  SavePaymentMethodUserError: 'with-parent',
};

/** Who pays, and administrators. */
export const maySeePayment = (viewer: Viewer, payment: { readonly payerId: string }): boolean =>
  viewer.kind === 'member' && (viewer.memberId === payment.payerId || viewer.roles.includes('ADMIN'));
