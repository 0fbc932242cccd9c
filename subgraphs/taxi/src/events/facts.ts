import type { FactHandlers } from '@moa/outbox';
import { forgetMember } from '../actions/forget-member.ts';
import { hearRidePaid, hearRidePaymentRefused } from '../actions/hear-of-fare.ts';

/** What taxi hears of others. */
export const factHandlers = ({ clock }: { readonly clock: () => Date }): FactHandlers<'taxi'> => ({
  RidePaid: (em, fact) => hearRidePaid(em, fact, clock),
  RidePaymentRefused: hearRidePaymentRefused,
  MemberDeleted: (em, { memberId }) => forgetMember(em, memberId, clock),
});
