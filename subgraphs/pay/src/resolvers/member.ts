import { connectionOf, pageRequest } from '@moa/subgraph';
import { findPaymentsOf } from '../persistence/payment-lists.ts';
import { findPaymentMethodsOf } from '../persistence/payment-methods.ts';
import type { MemberResolvers } from './schema.gen.ts';
import { tokenAccountOf } from './token-account.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  payments: async ({ id }, { first, after }, { em }) => {
    const page = pageRequest(first, after);
    return connectionOf(await findPaymentsOf(em, id, page), page, (payment) => payment.id);
  },
  paymentMethods: ({ id }, _arguments, { em }) => findPaymentMethodsOf(em, id),
  tokenAccount: ({ id }, _arguments, context) => tokenAccountOf(context, id),
};
