import type { ActionContext } from '@moa/subgraph';
import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { maySeeDelivery } from '../domain/access.ts';
import { decideComplete } from '../domain/decide.ts';
import type { DeliveryView } from '../domain/delivery-view.ts';
import { type CompleteDeliveryRefusal, completeDeliveryRefusals } from '../domain/refusals.ts';
import { lockDelivery } from '../persistence/deliveries.ts';
import { save } from './save.ts';

type Result = Outcome<DeliveryView, CompleteDeliveryRefusal['code']>;

const refuse = refusalsFrom(completeDeliveryRefusals);

/** Asks for no role: who accepted as a courier brings the food to its end, whatever became of the role meanwhile. */
export async function completeDelivery(context: ActionContext, deliveryId: string): Promise<Result> {
  const courierId = memberId(context.viewer);
  return context.transaction(async (em): Promise<Result> => {
    const delivery = await lockDelivery(em, deliveryId);
    if (!delivery || !maySeeDelivery(context.viewer, delivery)) {
      return refused(refuse('DELIVERY_NOT_FOUND', 'deliveryId'));
    }
    const decision = decideComplete(delivery, courierId);
    if (decision.kind === 'refused') return decision;
    return done(await save(em, delivery, { changes: decision.value, now: context.clock() }));
  });
}
