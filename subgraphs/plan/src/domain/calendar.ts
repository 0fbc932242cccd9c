const dayMs = 86_400_000;
/** Korea keeps UTC+9 all year. */
const seoulOffsetMs = 9 * 3_600_000;

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const momentOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The day that it is in Seoul, as `2026-01-31`. */
export const dayInSeoul = (now: Date): string => dateOf(now.getTime() + seoulOffsetMs);

/** `2028-02-29` and a year is `2029-03-01`. */
export function addYears(date: string, years: number): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  return dateOf(Date.UTC(Number(year) + years, Number(month) - 1, Number(day)));
}

export const addDays = (date: string, days: number): string => dateOf(momentOf(date) + days * dayMs);

/** Days from the first to the last, both counted; 0 or less when they are reversed. */
export const daysFrom = (first: string, last: string): number => (momentOf(last) - momentOf(first)) / dayMs + 1;
