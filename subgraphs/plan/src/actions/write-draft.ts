import type { Advice, AdvisorRequest } from '../advisor/advisor.ts';
import { favouritePlaces, type Inspiration, tastesOf } from '../domain/inspiration.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { Draft } from '../domain/recommended-plan.ts';
import type { RecommendationEvent } from '../domain/recommending.ts';
import { findTastes, findTrend } from '../persistence/inspirations.ts';
import type { SystemContext } from './context.ts';

/** What the advisor wrote, or why it will not write anything. */
export type Writing =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'none'; readonly event: RecommendationEvent };

const none = (event: RecommendationEvent): Writing => ({ kind: 'none', event });

/**
 * Has the advisor write a plan. Where the member named no place, the favourite ones are tried one after another.
 * @throws when the advisor could not be asked, and it is too early to give up
 */
export async function writeDraft(context: SystemContext, recommendation: Recommendation): Promise<Writing> {
  const { kind, memberId, request } = recommendation;
  const inspirations = await inspirationsFor(context, { kind, memberId });
  const places = request.location === null ? favouritePlaces(inspirations) : [request.location];
  if (places.length === 0) {
    // There were some when it was asked for.
    return none({ type: 'NothingFound', reason: kind === 'TREND' ? 'NO_TREND' : 'NO_HEARTED_PLANS' });
  }
  const tastes = tastesOf(inspirations);
  try {
    let writing: Writing | undefined;
    for (const location of places) {
      const advice = await ask(context, requestOf(recommendation, { location, tastes }));
      if (advice.kind === 'planned') {
        const { title, place, itinerary } = advice;
        // What others wrote of where they go inspires the plan and is not repeated in it: they may hide or delete it.
        return { kind: 'draft', draft: { title, location: request.location ?? place, itinerary } };
      }
      writing ??= nothing(advice.reason); // of the favourite one
    }
    return writing ?? nothing('NO_ATTRACTIONS');
  } catch (error) {
    const waited = context.clock().getTime() - recommendation.changedAt.getTime();
    if (context.closing.aborted || waited <= context.timing.advisorMs) throw error;
    return none({ type: 'AdvisorGivenUp' });
  }
}

function inspirationsFor(
  { em }: SystemContext,
  { kind, memberId }: Pick<Recommendation, 'kind' | 'memberId'>,
): Promise<readonly Inspiration[]> | readonly Inspiration[] {
  switch (kind) {
    case 'PERSONAL':
      return [];
    case 'TREND':
      return findTrend(em);
    case 'TASTE':
      return findTastes(em, memberId);
  }
}

const requestOf = (
  { id, request: { days, groupSize, budget, details } }: Recommendation,
  chosen: Pick<AdvisorRequest, 'location' | 'tastes'>,
): AdvisorRequest => ({ ...chosen, days, groupSize, budget, details: details ?? '', seed: id });

function nothing(reason: Extract<Advice, { kind: 'nothing' }>['reason']): Writing {
  switch (reason) {
    case 'NO_ATTRACTIONS':
      return none({ type: 'NothingFound', reason: 'NOTHING_KNOWN_OF_PLACE' });
    case 'BUDGET_TOO_SMALL':
      return none({ type: 'NothingFound', reason: 'BUDGET_TOO_SMALL' });
  }
}

/** Waits for the advisor, but not for ever, also when it does not listen to the signal. */
async function ask({ advisor, closing, timing }: SystemContext, request: AdvisorRequest): Promise<Advice> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(timing.adviceMs)]);
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([advisor.plan(request, signal), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
