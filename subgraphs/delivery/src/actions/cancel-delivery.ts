import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActionContext } from '@moa/subgraph';
import { graphError, isId } from '@moa/subgraph';
import { decideCancel } from '../domain/decide.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { DeliveryView } from '../domain/delivery-view.ts';
import { startCancelled } from '../domain/start.ts';
import { lockDeliveryOfOrder } from '../persistence/deliveries.ts';
import { add, save } from './save.ts';

/** Says whose delivery it is, so that one which has not started yet can be cancelled too. */
export type CancelDelivery = Pick<Delivery, 'orderId' | 'customerId' | 'address'>;

/**
 * Ends the delivery of an order, unless it is completed; the status of what comes back says which. Where the payment's news
 * is still on its way here, a cancelled delivery is put in place, and the news starts nothing any more. Only order may ask:
 * domain/access.ts.
 */
export async function cancelDelivery(context: ActionContext, command: CancelDelivery): Promise<DeliveryView> {
  if (!isId(command.orderId) || !isId(command.customerId)) {
    throw graphError('BAD_USER_INPUT', '`orderId` and `customerId` must be ids.');
  }
  return context.transaction(async (em) => {
    const now = context.clock();
    const placed =
      (await cancelPresent(em, command.orderId, now)) ??
      (await add(em, startCancelled({ ...command, id: context.ids(), now }))) ??
      // It started between the look and the insert, which waited for it: now it is there.
      (await cancelPresent(em, command.orderId, now));
    if (!placed) throw new Error(`The order ${command.orderId} has a delivery and yet it has not.`);
    return placed;
  });
}

async function cancelPresent(em: EntityManager, orderId: string, now: Date): Promise<DeliveryView | null> {
  const delivery = await lockDeliveryOfOrder(em, orderId);
  return delivery && save(em, delivery, { changes: decideCancel(delivery), now });
}
