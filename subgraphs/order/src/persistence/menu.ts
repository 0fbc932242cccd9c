import type { EntityManager, RequiredEntityData } from '@mikro-orm/postgresql';
import { won } from '@moa/money';
import { type PageRequest, uuidArray } from '@moa/subgraph';
import type { MenuItem } from '../domain/menu-item.ts';
import { MenuItemRow } from './menu-item-row.ts';

const columns = `id, merchant_id as "merchantId", name, restaurant, description, price, sold_out as "soldOut"`;

const toMenuItem = (row: MenuItem): MenuItem => ({ ...row, price: won(row.price) });

/** Dishes in the order in which they were registered, one more than asked for. */
export async function findMenuItems(
  em: EntityManager,
  search: string | null,
  page: PageRequest,
): Promise<readonly MenuItem[]> {
  const rows: MenuItem[] = await em.execute(
    `select ${columns} from menu_items
     where id > ? ${search ? 'and name ilike ? and name_bigrams @> bigrams(?)' : ''}
     order by id limit ?`,
    [
      page.after ?? '00000000-0000-0000-0000-000000000000',
      ...(search ? [`%${escapeLike(search)}%`, search] : []),
      page.first + 1,
    ],
  );
  return rows.map(toMenuItem);
}

/** The dishes that exist among `ids`, in any order. */
export async function findMenuItemsById(em: EntityManager, ids: readonly string[]): Promise<readonly MenuItem[]> {
  const rows: MenuItem[] = await em.execute(`select ${columns} from menu_items where id = any(?::uuid[])`, [
    uuidArray(ids),
  ]);
  return rows.map(toMenuItem);
}

export async function addMenuItem(em: EntityManager, item: RequiredEntityData<MenuItem>): Promise<void> {
  await em.insert(MenuItemRow, item);
}

/** Sets the mark on a dish of this merchant; null when the merchant has none of that id. */
export async function setSoldOut(
  em: EntityManager,
  {
    menuItemId,
    merchantId,
    soldOut,
  }: { readonly menuItemId: string; readonly merchantId: string; readonly soldOut: boolean },
): Promise<MenuItem | null> {
  const rows: MenuItem[] = await em.execute(
    `update menu_items set sold_out = ? where id = ? and merchant_id = ? returning ${columns}`,
    [soldOut, menuItemId, merchantId],
  );
  return rows[0] ? toMenuItem(rows[0]) : null;
}

/** What people type is text to find, not a pattern. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
