import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Delivery, DeliveryChange } from './delivery.ts';
import {
  type AcceptDeliveryRefusal,
  acceptDeliveryRefusals,
  type CompleteDeliveryRefusal,
  completeDeliveryRefusals,
} from './refusals.ts';

type Decision<Code extends string> = Outcome<readonly DeliveryChange[], Code>;

const refuseAccept = refusalsFrom(acceptDeliveryRefusals);
const refuseComplete = refusalsFrom(completeDeliveryRefusals);

/** The first courier gets it. Who has it already gets the same answer again, with nothing new to say. */
export function decideAccept(delivery: Delivery, courierId: string): Decision<AcceptDeliveryRefusal['code']> {
  switch (delivery.status) {
    case 'STARTED':
      if (delivery.courierId === null) return done([{ type: 'DeliveryAccepted', ...about(delivery), courierId }]);
      return acceptedBefore(delivery, courierId);
    case 'COMPLETED':
      return acceptedBefore(delivery, courierId);
    case 'CANCELLED':
      return refused(refuseAccept('DELIVERY_ALREADY_CANCELLED'));
  }
}

const acceptedBefore = (delivery: Delivery, courierId: string): Decision<AcceptDeliveryRefusal['code']> =>
  delivery.courierId === courierId ? done([]) : refused(refuseAccept('DELIVERY_ALREADY_ACCEPTED'));

/** Only who accepted it completes it, once. */
export function decideComplete(delivery: Delivery, courierId: string): Decision<CompleteDeliveryRefusal['code']> {
  if (delivery.courierId !== courierId) return refused(refuseComplete('NOT_ITS_COURIER'));
  switch (delivery.status) {
    case 'STARTED':
      return done([{ type: 'DeliveryCompleted', ...about(delivery), courierId }]);
    case 'COMPLETED':
      return done([]);
    case 'CANCELLED':
      return refused(refuseComplete('DELIVERY_ALREADY_CANCELLED'));
  }
}

/** Ends a delivery that is not completed. One that has ended stays as it is: its status is the answer. */
export function decideCancel(delivery: Delivery): readonly DeliveryChange[] {
  return delivery.status === 'STARTED'
    ? [{ type: 'DeliveryCancelled', ...about(delivery), courierId: delivery.courierId }]
    : [];
}

const about = ({ id, orderId, customerId, version }: Delivery) => ({
  deliveryId: id,
  orderId,
  customerId,
  version: version + 1,
});
