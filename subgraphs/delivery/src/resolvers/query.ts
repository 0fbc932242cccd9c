import { connectionOf, graphError, pageRequest } from '@moa/subgraph';
import { maySeeOpenDeliveries } from '../domain/access.ts';
import { findOpenDeliveries } from '../persistence/delivery-views.ts';
import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  delivery: (_root, { id }, { loaders }) => loaders.delivery.load(id),
  openDeliveries: async (_root, { first, after }, { em, viewer }) => {
    if (!maySeeOpenDeliveries(viewer)) throw graphError('FORBIDDEN', 'Open deliveries are for couriers.');
    const page = pageRequest(first, after);
    return connectionOf(await findOpenDeliveries(em, page), page, (delivery) => delivery.id);
  },
};
