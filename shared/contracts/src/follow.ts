import { z } from 'zod';
import { fact, id } from './fact.ts';

/** `version` counts what happened between these two: follow, unfollow, follow again … */
const pair = { followerId: id, followeeId: id };

/** A member follows another one from now on. */
export const MemberFollowed = fact('MemberFollowed', pair);

/** And no longer. */
export const MemberUnfollowed = fact('MemberUnfollowed', pair);

export const followFact = z.discriminatedUnion('type', [MemberFollowed, MemberUnfollowed]);
export type FollowFact = z.infer<typeof followFact>;
