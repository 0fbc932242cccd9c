import type { FactHandlers } from '@moa/outbox';
import { forgetMember } from '../actions/forget-member.ts';
import { startDelivery } from '../actions/start-delivery.ts';

/** What delivery hears of others. */
export function factHandlers({
  clock,
  ids,
}: {
  readonly clock: () => Date;
  readonly ids: () => string;
}): FactHandlers<'delivery'> {
  return {
    OrderPaid: (em, fact) => startDelivery(em, fact, { id: ids(), now: clock() }),
    MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
  };
}
