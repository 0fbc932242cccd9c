import type { EntityManager } from '@mikro-orm/postgresql';
import { type PageRequest, uuidArray } from '@moa/subgraph';
import type { DeliveryStatus } from '../domain/delivery.ts';
import type { DeliveryView } from '../domain/delivery-view.ts';

// As JSON a moment is RFC 3339 text.
const columns = `id, version as revision, order_id as "orderId", customer_id as "customerId", courier_id as "courierId",
  status, address, to_json(started_at) as "startedAt", to_json(accepted_at) as "acceptedAt",
  to_json(completed_at) as "completedAt", to_json(cancelled_at) as "cancelledAt"`;

/** The deliveries that exist among `ids`, in any order. */
export const findDeliveries = (em: EntityManager, ids: readonly string[]): Promise<readonly DeliveryView[]> =>
  em.execute(`select ${columns} from deliveries where id = any(?::uuid[])`, [uuidArray(ids)]);

/** The deliveries of those of the orders that have one, in any order. */
export const findDeliveriesOfOrders = (
  em: EntityManager,
  orderIds: readonly string[],
): Promise<readonly DeliveryView[]> =>
  em.execute(`select ${columns} from deliveries where order_id = any(?::uuid[])`, [uuidArray(orderIds)]);

/** Deliveries that wait for a courier, the oldest first, one more than asked for. */
export const findOpenDeliveries = (em: EntityManager, page: PageRequest): Promise<readonly DeliveryView[]> =>
  em.execute(
    `select ${columns} from deliveries
     where status = 'STARTED' and courier_id is null and id > ?
     order by id limit ?`,
    [page.after ?? '00000000-0000-0000-0000-000000000000', page.first + 1],
  );

/** What a courier took on, the newest first, one more than asked for. */
export const findDeliveriesOfCourier = (
  em: EntityManager,
  courierId: string,
  { status, page }: { readonly status: DeliveryStatus | null; readonly page: PageRequest },
): Promise<readonly DeliveryView[]> =>
  em.execute(
    `select ${columns} from deliveries
     where courier_id = ? and id < ? ${status ? 'and status = ?' : ''}
     order by id desc limit ?`,
    [courierId, page.after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', ...(status ? [status] : []), page.first + 1],
  );
