import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactHandlers } from '@moa/outbox';
import { advanceOrder } from '../actions/advance-order.ts';
import { forgetMember } from '../actions/forget-member.ts';
import type { ForeignFact } from '../domain/order.ts';

/** What order hears of others. What pay and delivery say moves an order on; the saga in domain/fulfilment.ts says how. */
export function factHandlers(clock: () => Date): FactHandlers<'order'> {
  const advance = (em: EntityManager, fact: ForeignFact) => advanceOrder(em, fact, clock());
  return {
    PaymentCaptured: advance,
    PaymentRefused: advance,
    PaymentRefunded: advance,
    DeliveryStarted: advance,
    DeliveryAccepted: advance,
    DeliveryCompleted: advance,
    DeliveryCancelled: advance,
    MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
  };
}
