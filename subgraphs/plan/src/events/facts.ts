import type { FactHandlers } from '@moa/outbox';
import { forgetMember } from '../actions/forget-member.ts';
import { recordFollow } from '../actions/record-follow.ts';

/** What plan hears of others. */
export const factHandlers: FactHandlers<'plan'> = {
  MemberFollowed: recordFollow,
  MemberUnfollowed: recordFollow,
  MemberDeleted: (em, { memberId }) => forgetMember(em, memberId),
};
