import type { FactHandlers } from '@moa/outbox';
import { forgetMember } from '../actions/forget-member.ts';
import { knowMember } from '../actions/know-member.ts';

/** What follow hears of others. */
export const factHandlers: FactHandlers<'follow'> = {
  MemberJoined: (em, { memberId }) => knowMember(em, memberId),
  MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
};
