import type { ActionContext } from '@moa/subgraph';
import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { decideUnfollow } from '../domain/decide.ts';
import type { Ends } from '../domain/pair.ts';
import { type UnfollowRefusal, unfollowRefusals } from '../domain/refusals.ts';
import { holdPair } from './hold-pair.ts';
import { save } from './save.ts';

type Result = Outcome<Ends, UnfollowRefusal['code']>;

const refuse = refusalsFrom(unfollowRefusals);

/** Nobody follows themselves, so who asks that of themselves has it already. */
export async function unfollowMember(context: ActionContext, id: string): Promise<Result> {
  const ends = { followerId: memberId(context.viewer), followeeId: id.toLowerCase() };
  if (ends.followerId === ends.followeeId) return done(ends);
  return context.transaction(async (em): Promise<Result> => {
    const pair = await holdPair(em, ends);
    if (!pair) return refused(refuse('MEMBER_NOT_FOUND', 'memberId'));
    await save(em, pair, { changes: decideUnfollow(pair), now: context.clock() });
    return done(ends);
  });
}
