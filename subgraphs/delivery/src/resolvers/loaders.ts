import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import { loaderBy, loaderById } from '@moa/subgraph';
import { maySeeDelivery } from '../domain/access.ts';
import type { DeliveryView } from '../domain/delivery-view.ts';
import { findDeliveries, findDeliveriesOfOrders } from '../persistence/delivery-views.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many an operation asks for. Deliveries that the viewer may not see are not there. */
export const createLoaders = (em: EntityManager, viewer: Viewer) => {
  const visible = (views: readonly DeliveryView[]) => views.filter((view) => maySeeDelivery(viewer, view));
  return {
    delivery: loaderById(async (ids) => visible(await findDeliveries(em, ids))),
    deliveryOfOrder: loaderBy(
      (view: DeliveryView) => view.orderId,
      async (orderIds) => visible(await findDeliveriesOfOrders(em, orderIds)),
    ),
  };
};
