import { follow, graphError } from '@moa/subgraph';
import { orderChannel } from '../actions/save.ts';
import { maySeeOrder } from '../domain/access.ts';
import type { OrderView } from '../domain/order-view.ts';
import { findOrderView } from '../persistence/order-views.ts';
import type { SubscriptionResolvers } from './schema.gen.ts';

export const Subscription: SubscriptionResolvers = {
  orderChanged: {
    subscribe: async (_root, { orderId }, { em, live, viewer }) => {
      const maySee = (view: OrderView) => maySeeOrder(viewer, view);
      const read = async () => {
        const view = await findOrderView(em, orderId);
        return view && maySee(view) ? view : null;
      };
      if (!(await read())) throw graphError('NOT_FOUND', 'There is no such order of yours.');
      return follow({ live, channel: orderChannel(orderId), read, maySee });
    },
    resolve: (view: OrderView) => view,
  },
};
