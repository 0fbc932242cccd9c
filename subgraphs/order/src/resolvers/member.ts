import { connectionOf, pageRequest } from '@moa/subgraph';
import { findOrderViewsOf } from '../persistence/order-views.ts';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  orders: async ({ id }, { first, after, status }, { em }) => {
    const page = pageRequest(first, after);
    return connectionOf(await findOrderViewsOf(em, id, { status: status ?? null, page }), page, (view) => view.id);
  },
};
