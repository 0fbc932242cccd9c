import type { MenuItemResolvers } from './schema.gen.ts';

export const MenuItem: MenuItemResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.menuItem.load(id),
  merchant: ({ merchantId }) => ({ id: merchantId }),
};
