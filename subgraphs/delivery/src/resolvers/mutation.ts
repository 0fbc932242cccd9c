import { payload } from '@moa/subgraph';
import { acceptDelivery } from '../actions/accept-delivery.ts';
import { cancelDelivery } from '../actions/cancel-delivery.ts';
import { completeDelivery } from '../actions/complete-delivery.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  acceptDelivery: async (_root, { input }, context) =>
    payload('delivery', await acceptDelivery(context, input.deliveryId)),
  completeDelivery: async (_root, { input }, context) =>
    payload('delivery', await completeDelivery(context, input.deliveryId)),
  cancelDeliveryOfOrder: async (_root, { input }, context) => ({
    status: (await cancelDelivery(context, input)).status,
  }),
};
