import { defineEntity, p } from '@mikro-orm/core';

export const MenuItemRow = defineEntity({
  name: 'MenuItem',
  tableName: 'menu_items',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    name: p.text(),
    restaurant: p.text(),
    description: p.text(),
    price: p.integer(),
    soldOut: p.boolean(),
  },
});
