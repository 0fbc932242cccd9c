import { z } from 'zod';
import { fact, id } from './fact.ts';

const delivery = { deliveryId: id, orderId: id };

/** A paid order waits for a courier. */
export const DeliveryStarted = fact('DeliveryStarted', delivery);

/** A courier took it on. */
export const DeliveryAccepted = fact('DeliveryAccepted', { ...delivery, courierId: id });

/** The courier handed the food over. */
export const DeliveryCompleted = fact('DeliveryCompleted', { ...delivery, courierId: id });

/** Nobody will bring the food, now or later. */
export const DeliveryCancelled = fact('DeliveryCancelled', delivery);

export const deliveryFact = z.discriminatedUnion('type', [
  DeliveryStarted,
  DeliveryAccepted,
  DeliveryCompleted,
  DeliveryCancelled,
]);
export type DeliveryFact = z.infer<typeof deliveryFact>;
