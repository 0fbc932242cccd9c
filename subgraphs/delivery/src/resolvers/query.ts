import { connectionOf, pageRequest } from '@moa/subgraph';
import { findOpenDeliveries } from '../persistence/delivery-views.ts';
import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  delivery: (_root, { id }, { loaders }) => loaders.delivery.load(id),
  openDeliveries: async (_root, { first, after }, { em }) => {
    const page = pageRequest(first, after);
    return connectionOf(await findOpenDeliveries(em, page), page, (delivery) => delivery.id);
  },
};
