import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { evolve } from '../domain/evolve.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { viewOf } from '../domain/recommendation-view.ts';
import { type RecommendationEvent, recommending } from '../domain/recommending.ts';
import { updateRecommendation } from '../persistence/recommendations.ts';
import { recommendationChannel } from './channels.ts';

/** Takes a locked recommendation one step on, with all that follows, or leaves it when the event has nothing to say to it any more. */
export async function advanceRecommendation(
  em: EntityManager,
  before: Recommendation,
  { event, now }: { readonly event: RecommendationEvent; readonly now: Date },
): Promise<Recommendation> {
  const step = recommending.next(before.state, before, event);
  if (!step) return before;
  const after = evolve(before, event, now);
  await updateRecommendation(em, before, after);
  const [view, seen] = [viewOf(after), viewOf(before)];
  const isSeen = view.revision > seen.revision;
  await send(em, [
    ...step.commands,
    ...(isSeen ? [{ kind: 'live', channel: recommendationChannel(after.id), payload: view } as const] : []),
  ]);
  return after;
}
