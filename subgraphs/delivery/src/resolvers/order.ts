import type { OrderResolvers } from './schema.gen.ts';

/** Orders belong to order; here they are no more than their id. */
export type OrderReference = { readonly id: string };

export const Order: OrderResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  delivery: ({ id }, _arguments, { loaders }) => loaders.deliveryOfOrder.load(id),
};
