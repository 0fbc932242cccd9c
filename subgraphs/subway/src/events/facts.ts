import type { FactHandlers } from '@moa/outbox';
import { forgetMember } from '../actions/forget-member.ts';

/** What subway hears of others. */
export const factHandlers: FactHandlers<'subway'> = {
  MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
};
