import type { ActionContext } from '@moa/subgraph';
import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { decideFollow } from '../domain/decide.ts';
import type { Ends } from '../domain/pair.ts';
import { type FollowRefusal, followRefusals } from '../domain/refusals.ts';
import { addMember } from '../persistence/members.ts';
import { holdPair } from './hold-pair.ts';
import { save } from './save.ts';

type Result = Outcome<Ends, FollowRefusal['code']>;

const refuse = refusalsFrom(followRefusals);

/** However often it is asked, the member is followed once, and counted once. */
export async function followMember(context: ActionContext, id: string): Promise<Result> {
  // PostgreSQL reads ids in either case; there is one way to write them.
  const ends = { followerId: memberId(context.viewer), followeeId: id.toLowerCase() };
  if (ends.followerId === ends.followeeId) return refused(refuse('SELF', 'memberId'));
  return context.transaction(async (em): Promise<Result> => {
    // The token vouches for who follows, should the news of their joining still be on its way. Before any lock is taken: a row
    // that nobody else sees yet keeps nobody waiting.
    await addMember(em, ends.followerId);
    const pair = await holdPair(em, ends);
    if (!pair) return refused(refuse('MEMBER_NOT_FOUND', 'memberId'));
    await save(em, pair, { changes: decideFollow(pair), now: context.clock() });
    return done(ends);
  });
}
