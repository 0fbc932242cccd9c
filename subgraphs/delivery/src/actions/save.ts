import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { isForgotten } from '@moa/subgraph';
import type { Delivery, DeliveryChange, DeliveryFact } from '../domain/delivery.ts';
import { type DeliveryView, viewOf } from '../domain/delivery-view.ts';
import { evolve } from '../domain/evolve.ts';
import type { Beginning } from '../domain/start.ts';
import { addDelivery, updateDelivery } from '../persistence/deliveries.ts';

/** The channel of the live log that carries the delivery of an order. */
export const deliveryChannel = (orderId: string): string => `delivery:${orderId}`;

/** Stores a new delivery and says so; null, and nothing stored or said, when its order has one already. */
export async function add(em: EntityManager, { fact, ...beginning }: Beginning): Promise<DeliveryView | null> {
  const delivery = await withoutNeedlessAddress(em, beginning.delivery);
  return (await addDelivery(em, delivery)) ? tell(em, delivery, [fact]) : null;
}

/** Stores what became of a locked delivery, with its facts and its live entry: all or nothing. */
export async function save(
  em: EntityManager,
  delivery: Delivery,
  { changes, now }: { readonly changes: readonly DeliveryChange[]; readonly now: Date },
): Promise<DeliveryView> {
  if (changes.length === 0) return viewOf(delivery);
  const evolved = changes.reduce((latest, fact) => evolve(latest, fact, now), delivery);
  const after = await withoutNeedlessAddress(em, evolved);
  await updateDelivery(em, delivery, after);
  return tell(em, after, changes);
}

/** Only for the courier does an address outlive its member's account. */
async function withoutNeedlessAddress(em: EntityManager, delivery: Delivery): Promise<Delivery> {
  if (delivery.status === 'STARTED' || !(await isForgotten(em, delivery.customerId))) return delivery;
  return { ...delivery, address: '' };
}

async function tell(em: EntityManager, delivery: Delivery, facts: readonly DeliveryFact[]): Promise<DeliveryView> {
  const view = viewOf(delivery);
  await send(em, [
    ...facts.map((fact) => ({ kind: 'fact', fact }) as const),
    { kind: 'live', channel: deliveryChannel(delivery.orderId), payload: view },
  ]);
  return view;
}
