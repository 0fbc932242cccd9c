import type { DeliveryResolvers } from './schema.gen.ts';

export const Delivery: DeliveryResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.delivery.load(id),
  order: ({ orderId }) => ({ id: orderId }),
  courier: ({ courierId }) => (courierId === null ? null : { id: courierId }),
};
