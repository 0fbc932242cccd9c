import { addDays } from '../domain/calendar.ts';
import type { Itinerary, ItineraryDay } from '../domain/itinerary.ts';
import type { Plan } from '../domain/plan.ts';

/** A day of an itinerary with the day of the calendar that it falls on. */
export type DatedDay = ItineraryDay & { readonly date: string | null };

/** The days of the trip; those beyond its end wait for its owner to make it longer again. */
export const datedDays = ({ travelDate, days }: Plan, itinerary: Itinerary): readonly DatedDay[] =>
  itinerary.days
    .filter(({ day }) => day <= days)
    .map((day) => ({ ...day, date: travelDate === null ? null : addDays(travelDate, day.day - 1) }));
