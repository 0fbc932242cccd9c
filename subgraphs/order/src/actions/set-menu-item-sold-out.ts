import { done, isId, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayRegisterMenuItems } from '../domain/access.ts';
import type { MenuItem } from '../domain/menu-item.ts';
import { type MenuItemRefusal, menuItemRefusals } from '../domain/refusals.ts';
import { setSoldOut } from '../persistence/menu.ts';
import type { OrderContext } from './context.ts';

const refuse = refusalsFrom(menuItemRefusals);

/** A dish of somebody else looks like one that does not exist. */
export async function setMenuItemSoldOut(
  context: OrderContext,
  { menuItemId, soldOut }: { readonly menuItemId: string; readonly soldOut: boolean },
): Promise<Outcome<MenuItem, MenuItemRefusal['code']>> {
  const merchantId = memberId(context.viewer);
  if (!mayRegisterMenuItems(context.viewer)) return refused(refuse('NOT_A_MERCHANT'));
  const item = isId(menuItemId)
    ? await context.transaction((em) => setSoldOut(em, { menuItemId, merchantId, soldOut }))
    : null;
  return item ? done(item) : refused(refuse('MENU_ITEM_NOT_FOUND', 'menuItemId'));
}
