import { connectionOf, pageRequest } from '@moa/subgraph';
import { findDeliveriesOfCourier } from '../persistence/delivery-views.ts';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  deliveries: async ({ id }, { first, after, status }, { em }) => {
    const page = pageRequest(first, after);
    const deliveries = await findDeliveriesOfCourier(em, id, { status: status ?? null, page });
    return connectionOf(deliveries, page, (delivery) => delivery.id);
  },
};
