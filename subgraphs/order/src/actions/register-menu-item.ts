import { memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayRegisterMenuItems } from '../domain/access.ts';
import { decideRegisterMenuItem, type MenuItem, type RegisterMenuItem } from '../domain/menu-item.ts';
import { type MenuItemRefusal, menuItemRefusals } from '../domain/refusals.ts';
import { addMenuItem } from '../persistence/menu.ts';
import type { OrderContext } from './context.ts';

const refuse = refusalsFrom(menuItemRefusals);

export async function registerMenuItem(
  context: OrderContext,
  command: RegisterMenuItem,
): Promise<Outcome<MenuItem, MenuItemRefusal['code']>> {
  const merchantId = memberId(context.viewer);
  if (!mayRegisterMenuItems(context.viewer)) return refused(refuse('NOT_A_MERCHANT'));
  const decision = decideRegisterMenuItem(command, { id: context.ids(), merchantId });
  if (decision.kind === 'done') await context.transaction((em) => addMenuItem(em, decision.value));
  return decision;
}
