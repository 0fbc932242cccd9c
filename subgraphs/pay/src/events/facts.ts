import type { FactHandlers } from '@moa/outbox';
import { forgetMember } from '../actions/forget-member.ts';
import { requestPayment } from '../actions/request-payment.ts';
import { voidPayment } from '../actions/void-payment.ts';

/** What pay hears of others: an order's beginning, its end without food, and that a member is gone. */
export function factHandlers({
  clock,
  ids,
}: {
  readonly clock: () => Date;
  readonly ids: () => string;
}): FactHandlers<'pay'> {
  const circumstances = () => ({ id: ids(), now: clock() });
  return {
    OrderPlaced: (em, fact) => requestPayment(em, fact, circumstances()),
    OrderCancelled: (em, fact) => voidPayment(em, fact, circumstances()),
    MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
  };
}
