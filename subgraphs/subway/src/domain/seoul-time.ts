const minute = 60_000;
const day = 24 * 60 * minute;
/** Korea has had no summer time since 1988. */
const seoulAheadOfUtc = 9 * 60 * minute;

/** A time of day as in 06:30, in milliseconds since midnight. */
export function clockTime(text: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = text.split(':').map(Number);
  return (hours * 60 + minutes) * minute;
}

/** What clocks in Seoul show, in milliseconds since midnight. */
export const timeOfDay = (moment: Date): number => (((moment.getTime() + seoulAheadOfUtc) % day) + day) % day;

/** When clocks in Seoul show that time next, after `now`. */
export function nextAt(time: number, now: Date): Date {
  const ahead = (time - timeOfDay(now) + day) % day;
  return new Date(now.getTime() + (ahead || day));
}
