import { follow } from '@moa/subgraph';
import { deliveryChannel } from '../actions/save.ts';
import { maySeeDelivery } from '../domain/access.ts';
import type { DeliveryView } from '../domain/delivery-view.ts';
import { findDeliveriesOfOrders } from '../persistence/delivery-views.ts';
import type { SubscriptionResolvers } from './schema.gen.ts';

export const Subscription: SubscriptionResolvers = {
  deliveryChanged: {
    // A customer waits here from the moment of ordering, when there is no delivery yet and so nothing says whose it will be.
    // Therefore who may not see one waits just the same, and is let go at its first change.
    subscribe: async (_root, { orderId }, { em, live, viewer }) => {
      const maySee = (view: DeliveryView) => maySeeDelivery(viewer, view);
      const read = async () => (await findDeliveriesOfOrders(em, [orderId])).find(maySee) ?? null;
      return follow({ live, channel: deliveryChannel(orderId), read, maySee });
    },
    resolve: (view: DeliveryView) => view,
  },
};
