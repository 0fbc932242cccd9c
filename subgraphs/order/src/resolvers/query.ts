import { connectionOf, pageRequest } from '@moa/subgraph';
import { findMenuItems } from '../persistence/menu.ts';
import type { QueryResolvers } from './schema.gen.ts';

export const Query: QueryResolvers = {
  menuItems: async (_root, { search, first, after }, { em }) => {
    const page = pageRequest(first, after);
    return connectionOf(await findMenuItems(em, search ?? null, page), page, (item) => item.id);
  },
  menuItem: (_root, { id }, { loaders }) => loaders.menuItem.load(id),
  order: (_root, { id }, { loaders }) => loaders.order.load(id),
};
