import type { FactHandlers } from '@moa/outbox';
import { forgetMember } from '../actions/forget-member.ts';
import { holdTokenAccount } from '../actions/move-tokens.ts';
import { requestPayment } from '../actions/request-payment.ts';
import { settleReservation } from '../actions/reserve-token.ts';
import { voidPayment } from '../actions/void-payment.ts';

/** What pay hears of others: an order's beginning, its end without food, what a recommendation came to, and who comes and goes. */
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
    MemberJoined: async (em, { memberId }) => {
      await holdTokenAccount(em, memberId);
    },
    RecommendationReady: settleReservation,
    RecommendationFailed: settleReservation,
    MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
  };
}
