import type { Itinerary } from '../domain/itinerary.ts';

/** Makes itineraries. */
export interface Advisor {
  /**
   * Plans a trip.
   * @throws when it could not be asked, or `signal` was aborted: try again
   */
  plan(request: AdvisorRequest, signal?: AbortSignal): Promise<Advice>;
}

export type AdvisorRequest = {
  /** Words of a place; '' when the advisor is to choose. */
  readonly location: string;
  /** 1–14 */
  readonly days: number;
  /** 1–100 */
  readonly groupSize: number;
  /** Whole won for the whole group and trip; null for any. */
  readonly budget: number | null;
  /** The member's own words, up to 2,000 characters, never trusted. */
  readonly details: string;
  /** Words of plans that the member, or everybody, likes. */
  readonly tastes: readonly string[];
  /** The offline advisor gives the same itinerary for the same seed and request. */
  readonly seed: string;
};

export type Advice = Planned | Nothing;

/** Title and place are plain text of ours: nothing is repeated in them but names that the data knows. */
export type Planned = {
  readonly kind: 'planned';
  readonly title: string;
  /** Where it goes. */
  readonly place: string;
  readonly itinerary: Itinerary;
};

/** Final for this request: the place has no data, or not even the cheapest days are within the budget. */
export type Nothing = { readonly kind: 'nothing'; readonly reason: 'NO_ATTRACTIONS' | 'BUDGET_TOO_SMALL' };
