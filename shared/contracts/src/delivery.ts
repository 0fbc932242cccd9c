import { z } from 'zod';
import { fact, id } from './fact.ts';

/** Whose food it is is missing in facts of before it was told. */
const delivery = { deliveryId: id, orderId: id, customerId: id.optional() };

/** A paid order waits for a courier. */
export const DeliveryStarted = fact('DeliveryStarted', delivery);

/** A courier took it on. */
export const DeliveryAccepted = fact('DeliveryAccepted', { ...delivery, courierId: id });

/** The courier handed the food over. */
export const DeliveryCompleted = fact('DeliveryCompleted', { ...delivery, courierId: id });

/** Nobody will bring the food, now or later. `courierId`: who was about to; missing in facts of before it was told. */
export const DeliveryCancelled = fact('DeliveryCancelled', { ...delivery, courierId: id.nullable().optional() });

export const deliveryFact = z.discriminatedUnion('type', [
  DeliveryStarted,
  DeliveryAccepted,
  DeliveryCompleted,
  DeliveryCancelled,
]);
export type DeliveryFact = z.infer<typeof deliveryFact>;
