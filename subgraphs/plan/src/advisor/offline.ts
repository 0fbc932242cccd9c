import type { Advice, Advisor, AdvisorRequest } from './advisor.ts';
import type { Attraction } from './attraction.ts';
import { costOf, entryFee, styles } from './cost.ts';
import { narrate } from './narration.ts';
import type { Survey, Surveyor } from './survey.ts';
import { planDays } from './trip.ts';

/** Days, and what they are told as. `days` is empty where there is nothing to tell. */
export type Draft = { readonly advice: Advice; readonly days: readonly (readonly Attraction[])[] };

/** Plans from the published attractions alone, within about a millisecond. The same seed and request give the same itinerary. */
export function createOfflineAdvisor(survey: Surveyor): Advisor {
  return {
    async plan(request, signal) {
      signal?.throwIfAborted();
      return draft(request, survey(request)).advice;
    },
  };
}

/** Travels as comfortably as the budget allows: dearer sights, and then sights at all, go before the trip does. */
export function draft({ days, groupSize, budget }: AdvisorRequest, survey: Survey | undefined): Draft {
  if (!survey) return { advice: { kind: 'nothing', reason: 'NO_ATTRACTIONS' }, days: [] };
  const { label, attractions, worth, pace, neighbours } = survey;
  for (const style of styles) {
    // Already without sights it would be too dear.
    if (
      budget !== null &&
      costOf(
        Array.from({ length: days }, () => []),
        groupSize,
        style,
      ) > budget
    )
      continue;
    const { halfAt } = style;
    const trip = planDays({
      attractions,
      days,
      stopsPerDay: Math.min(pace, style.stops),
      worth: halfAt === undefined ? worth : (attraction) => worth(attraction) / (1 + entryFee(attraction) / halfAt),
      neighbours,
    });
    const cost = costOf(trip, groupSize, style);
    if (budget === null || cost <= budget) return { advice: narrate(trip, label, cost), days: trip };
  }
  return { advice: { kind: 'nothing', reason: 'BUDGET_TOO_SMALL' }, days: [] };
}
