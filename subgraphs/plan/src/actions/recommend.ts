import type { EntityManager } from '@mikro-orm/postgresql';
import type { Recommendation } from '../domain/recommendation.ts';
import { type Draft, recommendedPlan, storableItinerary } from '../domain/recommended-plan.ts';
import type { RecommendationEvent } from '../domain/recommending.ts';
import { addPlan } from '../persistence/plans.ts';
import { findRecommendation, lockRecommendation } from '../persistence/recommendations.ts';
import { advanceRecommendation } from './advance-recommendation.ts';
import type { SystemContext } from './context.ts';
import { writeDraft } from './write-draft.ts';

/** Writes the plan of a recommendation whose token is held. However often it runs, from wherever, there is one plan. */
export async function recommend(context: SystemContext, id: string): Promise<void> {
  const recommendation = await findRecommendation(context.em, id);
  if (recommendation?.state !== 'RESERVED') return;
  // The advisor may take its time: nothing is locked meanwhile.
  const writing = await writeDraft(context, recommendation);
  await context.transaction(async (em) => {
    const latest = await lockRecommendation(em, id);
    if (latest?.state !== 'RESERVED') return; // somebody else was faster, or the member is gone
    const now = context.clock();
    const event =
      writing.kind === 'draft'
        ? await keep(em, latest, { draft: writing.draft, id: context.ids(), now })
        : writing.event;
    await advanceRecommendation(em, latest, { event, now });
  });
}

async function keep(
  em: EntityManager,
  recommendation: Recommendation,
  { draft, id, now }: { readonly draft: Draft; readonly id: string; readonly now: Date },
): Promise<RecommendationEvent> {
  const plan = recommendedPlan(recommendation, draft, { id, now });
  await addPlan(em, plan, { recommendationId: recommendation.id, itinerary: storableItinerary(draft.itinerary) });
  return { type: 'PlanWritten', planId: plan.id, location: plan.location };
}
