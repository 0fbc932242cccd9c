import type { EntityManager } from '@mikro-orm/postgresql';
import { type PageRequest, uuidArray } from '@moa/subgraph';
import type { OrderStatus } from '../domain/order.ts';
import type { OrderView } from '../domain/order-view.ts';

type Row = { readonly view: OrderView };

export async function putOrderView(em: EntityManager, view: OrderView): Promise<void> {
  await em.execute(
    `insert into order_views (id, customer_id, status, view) values (?, ?, ?, ?::jsonb)
     on conflict (customer_id, id) do update set status = excluded.status, view = excluded.view`,
    [view.id, view.customerId, view.status, JSON.stringify(view)],
  );
}

/** The views that exist among `ids`, in any order. */
export async function findOrderViews(em: EntityManager, ids: readonly string[]): Promise<readonly OrderView[]> {
  const rows: Row[] = await em.execute('select view from order_views where id = any(?::uuid[])', [uuidArray(ids)]);
  return rows.map(({ view }) => view);
}

export async function findOrderView(em: EntityManager, id: string): Promise<OrderView | null> {
  return (await findOrderViews(em, [id]))[0] ?? null;
}

/** Takes the address out of all views of a customer's orders that have ended. */
export async function blankViewAddressesOf(em: EntityManager, customerId: string): Promise<void> {
  await em.execute(
    `update order_views set view = view || '{"deliveryAddress": ""}'
     where customer_id = ? and status in ('COMPLETED', 'CANCELLED') and view->>'deliveryAddress' <> ''`,
    [customerId],
  );
}

/** A customer's orders, the newest first, one more than asked for. */
export async function findOrderViewsOf(
  em: EntityManager,
  customerId: string,
  { status, page }: { readonly status: OrderStatus | null; readonly page: PageRequest },
): Promise<readonly OrderView[]> {
  const rows: Row[] = await em.execute(
    `select view from order_views
     where customer_id = ? and id < ? ${status ? 'and status = ?' : ''}
     order by id desc limit ?`,
    [customerId, page.after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', ...(status ? [status] : []), page.first + 1],
  );
  return rows.map(({ view }) => view);
}
