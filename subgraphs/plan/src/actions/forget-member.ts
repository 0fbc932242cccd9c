import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { forgetMember as remember } from '@moa/subgraph';
import { failed } from '../domain/recommending.ts';
import { farewell } from '../domain/share.ts';
import { removeFollowPairsOf } from '../persistence/follow-pairs.ts';
import { lockPlansAbout, removeHeartsOf, removePlansOf } from '../persistence/leaving.ts';
import { removeRecommendationsOf } from '../persistence/recommendations.ts';
import { tell } from './change-plan.ts';

/**
 * A member deleted their account: their plans go, shared ones too, their hearts, and what they asked for. Pay is told to let go
 * of a token that is held for something unfinished. Runs in the transaction that notes the fact as received.
 */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await remember(em, memberId);
  // First, so that a plan which is being written now is waited for, and then found.
  const recommendations = await removeRecommendationsOf(em, memberId);
  const open = recommendations.filter(({ state }) => state === 'REQUESTED' || state === 'RESERVED');
  await send(
    em,
    open.map((recommendation) => failed(recommendation, 'MEMBER_DELETED')),
  );
  await lockPlansAbout(em, memberId);
  await removeHeartsOf(em, memberId);
  await tell(em, (await removePlansOf(em, memberId)).flatMap(farewell));
  await removeFollowPairsOf(em, memberId);
}
