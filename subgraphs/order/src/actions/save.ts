import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { isForgotten } from '@moa/subgraph';
import { evolve } from '../domain/evolve.ts';
import { type ForeignFact, hasEnded, type Order, type OrderChange } from '../domain/order.ts';
import { type OrderView, project } from '../domain/order-view.ts';
import { findOrderView, putOrderView } from '../persistence/order-views.ts';
import { updateOrder } from '../persistence/orders.ts';

/** The channel of the live log that carries an order's views. */
export const orderChannel = (orderId: string): string => `order:${orderId}`;

export const liveView = (view: OrderView) => ({ kind: 'live', channel: orderChannel(view.id), payload: view }) as const;

/**
 * Stores what became of a locked order, with its view, its facts and its live entry: all or nothing. `cause` is the fact of
 * another subgraph that led to it, if one did; the view shows it even where it changes nothing of the order itself.
 */
export async function save(
  em: EntityManager,
  order: Order,
  {
    changes,
    cause,
    now,
  }: { readonly changes: readonly OrderChange[]; readonly cause?: ForeignFact; readonly now: Date },
): Promise<OrderView> {
  const before = await findOrderView(em, order.id);
  if (!before) throw new Error(`The order ${order.id} has no view.`);
  const changed = [...(cause ? [cause] : []), ...changes].reduce((latest, fact) => project(latest, fact, now), before);
  if (changed === before) return before;
  const after = changes.reduce(evolve, order);
  const ends = hasEnded(after) && !hasEnded(order);
  // The address outlived its member's account only for the courier.
  const { deliveryAddress } = ends && (await isForgotten(em, order.customerId)) ? { deliveryAddress: '' } : changed;
  const view = { ...changed, deliveryAddress };
  if (changes.length > 0) await updateOrder(em, order, { ...after, deliveryAddress });
  await putOrderView(em, view);
  await send(em, [...changes.map((fact) => ({ kind: 'fact', fact }) as const), liveView(view)]);
  return view;
}
