import type { Refusal } from '@moa/subgraph';

const MEMBER_NOT_FOUND = '회원을 찾을 수 없습니다. There is no such member.';

/** Every reason to refuse, in words for the people who read it. */
export const followRefusals = {
  SELF: '자기 자신은 팔로우할 수 없습니다. You can’t follow yourself.',
  MEMBER_NOT_FOUND,
} as const;
export type FollowRefusal = Refusal<keyof typeof followRefusals>;

export const unfollowRefusals = { MEMBER_NOT_FOUND } as const;
export type UnfollowRefusal = Refusal<keyof typeof unfollowRefusals>;
