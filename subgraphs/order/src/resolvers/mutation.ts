import { payload } from '@moa/subgraph';
import { cancelOrder } from '../actions/cancel-order.ts';
import { placeOrder } from '../actions/place-order.ts';
import { registerMenuItem } from '../actions/register-menu-item.ts';
import { setMenuItemSoldOut } from '../actions/set-menu-item-sold-out.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  registerMenuItem: async (_root, { input }, context) =>
    payload('menuItem', await registerMenuItem(context, { ...input, description: input.description ?? '' })),
  setMenuItemSoldOut: async (_root, { input }, context) =>
    payload('menuItem', await setMenuItemSoldOut(context, input)),
  placeOrder: async (_root, { input }, context) => payload('order', await placeOrder(context, input)),
  cancelOrder: async (_root, { input }, context) => payload('order', await cancelOrder(context, input.orderId)),
};
