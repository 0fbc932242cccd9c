import type { Itinerary } from './itinerary.ts';
import type { Plan } from './plan.ts';
import type { Recommendation } from './recommendation.ts';
import { storable, storableOrNull } from './text.ts';

/** What the advisor wrote, and for where. */
export type Draft = { readonly title: string; readonly location: string; readonly itinerary: Itinerary };

/** The plan that a recommendation becomes: private, and its member's own. */
export function recommendedPlan(
  { memberId, kind, request }: Recommendation,
  { title, location }: Draft,
  { id, now }: { readonly id: string; readonly now: Date },
): Plan {
  const { groupSize, travelDate, days, budget, details } = request;
  const birth = { version: 1, sharedAt: null, heartCount: 0, createdAt: now, updatedAt: now };
  const words = { title: storableOrNull(title)?.slice(0, 100).toWellFormed() ?? null, location, details };
  return { id, ownerId: memberId, origin: kind, ...words, groupSize, travelDate, days, budget, ...birth };
}

/** An itinerary whose text the database takes, whoever wrote it. */
export const storableItinerary = ({ days, estimatedCost }: Itinerary): Itinerary => ({
  estimatedCost,
  days: days.map(({ day, stops }) => ({
    day,
    stops: stops.map((stop) => ({
      ...stop,
      name: storable(stop.name),
      kind: storable(stop.kind),
      address: storable(stop.address),
      note: storable(stop.note),
    })),
  })),
});
