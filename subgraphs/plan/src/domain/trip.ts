import { type Refusal, refusalsFrom } from '@moa/subgraph';
import { addYears, dayInSeoul, daysFrom } from './calendar.ts';
import { tripRefusals } from './refusals.ts';

export type TripFault = Refusal<keyof typeof tripRefusals>;

const refuse = refusalsFrom(tripRefusals);
const mostDays = 14;
const mostYearsAhead = 2;

/** When a trip is: the dates that were given. */
export type Dates = { readonly travelDate: string | null; readonly returnDate: string | null };

/** What is wrong with the days of a trip. A `travelDate` that the plan had before stays good, however long ago. */
export function faultsOfDates(
  { travelDate, returnDate }: Dates,
  { now, before = null }: { readonly now: Date; readonly before?: string | null },
): readonly TripFault[] {
  if (travelDate === null) return returnDate === null ? [] : [refuse('RETURN_DATE_WITHOUT_TRAVEL_DATE', 'returnDate')];
  const today = dayInSeoul(now);
  const isInRange = travelDate >= today && travelDate <= addYears(today, mostYearsAhead);
  return [
    ...(isInRange || travelDate === before ? [] : [refuse('TRAVEL_DATE_OUT_OF_RANGE', 'travelDate')]),
    ...(returnDate === null ? [] : faultsOfReturn(daysFrom(travelDate, returnDate))),
  ];
}

function faultsOfReturn(days: number): readonly TripFault[] {
  if (days < 1) return [refuse('RETURN_DATE_BEFORE_TRAVEL_DATE', 'returnDate')];
  return days > mostDays ? [refuse('TRIP_TOO_LONG', 'returnDate')] : [];
}

/** How many days dates without faults make. */
export const daysOf = ({ travelDate, returnDate }: Dates): number =>
  travelDate !== null && returnDate !== null ? daysFrom(travelDate, returnDate) : 1;

/** What is wrong with the rest, of which what is null was not given and is not judged. Texts are storable already. */
export function faultsOfTrip({
  location,
  groupSize,
  budget,
  details,
}: {
  readonly location: string | null;
  readonly groupSize: number | null;
  readonly budget: number | null;
  readonly details: string | null;
}): readonly TripFault[] {
  return [
    ...(location === null || isBetween(1, location.length, 100) ? [] : [refuse('LOCATION_INVALID', 'location')]),
    ...(groupSize === null || isBetween(1, groupSize, 100) ? [] : [refuse('GROUP_SIZE_OUT_OF_RANGE', 'groupSize')]),
    ...(budget === null || isBetween(0, budget, 1_000_000_000) ? [] : [refuse('BUDGET_OUT_OF_RANGE', 'budget')]),
    ...(details === null || details.length <= 2_000 ? [] : [refuse('DETAILS_TOO_LONG', 'details')]),
  ];
}

const isBetween = (least: number, value: number, most: number): boolean => value >= least && value <= most;
