import type { Delivery, DeliveryChange } from './delivery.ts';

/**
 * The delivery after one of its own facts. What the fact means was decided before; here it only happens.
 * @throws when the fact can't follow on this state
 */
export function evolve(delivery: Delivery, fact: DeliveryChange, now: Date): Delivery {
  if (delivery.status !== 'STARTED') throw impossible(delivery, fact);
  const { version } = fact;
  switch (fact.type) {
    case 'DeliveryAccepted':
      if (delivery.courierId !== null) throw impossible(delivery, fact);
      return { ...delivery, version, courierId: fact.courierId, acceptedAt: now };
    case 'DeliveryCompleted':
      if (delivery.courierId !== fact.courierId) throw impossible(delivery, fact);
      return { ...delivery, version, status: 'COMPLETED', completedAt: now };
    case 'DeliveryCancelled':
      return { ...delivery, version, status: 'CANCELLED', cancelledAt: now };
  }
}

const impossible = ({ id, status, courierId }: Delivery, { type }: DeliveryChange): Error =>
  new Error(`${type} can't happen to the delivery ${id}: it is ${status}, with courier ${courierId ?? 'none'}.`);
