/** A sight to see. `kind` is what people call it, as in 바다 or 박물관; `note` is for the traveller, in plain text. */
export type ItineraryStop = {
  readonly name: string;
  readonly kind: string;
  readonly address: string;
  /** Degrees, WGS84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly note: string;
};

/** `day` counts from 1. A day without stops is free: the place has no more to show. */
export type ItineraryDay = { readonly day: number; readonly stops: readonly ItineraryStop[] };

export type Itinerary = {
  readonly days: readonly ItineraryDay[];
  /** Whole won for the whole group and trip. */
  readonly estimatedCost: number;
};
