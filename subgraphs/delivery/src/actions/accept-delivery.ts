import type { ActionContext } from '@moa/subgraph';
import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayAcceptDeliveries } from '../domain/access.ts';
import { decideAccept } from '../domain/decide.ts';
import type { DeliveryView } from '../domain/delivery-view.ts';
import { type AcceptDeliveryRefusal, acceptDeliveryRefusals } from '../domain/refusals.ts';
import { lockDelivery } from '../persistence/deliveries.ts';
import { save } from './save.ts';

type Result = Outcome<DeliveryView, AcceptDeliveryRefusal['code']>;

const refuse = refusalsFrom(acceptDeliveryRefusals);

/** Of couriers who race for a delivery the first to hold its row gets it. */
export async function acceptDelivery(context: ActionContext, deliveryId: string): Promise<Result> {
  const courierId = memberId(context.viewer);
  if (!mayAcceptDeliveries(context.viewer)) return refused(refuse('NOT_A_COURIER'));
  return context.transaction(async (em): Promise<Result> => {
    const delivery = await lockDelivery(em, deliveryId);
    if (!delivery) return refused(refuse('DELIVERY_NOT_FOUND', 'deliveryId'));
    const decision = decideAccept(delivery, courierId);
    if (decision.kind === 'refused') return decision;
    return done(await save(em, delivery, { changes: decision.value, now: context.clock() }));
  });
}
