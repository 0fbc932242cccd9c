const hour = 3_600_000;
const day = 24 * hour;
/** Korea keeps UTC+9 all year, without summer time since 1988. */
const offset = 9 * hour;

/** Milliseconds since midnight in Seoul. */
export const timeOfDay = (at: Date): number => (((at.getTime() + offset) % day) + day) % day;

/** 0 to 23, in Seoul. */
export const hourOfDay = (at: Date): number => Math.floor(timeOfDay(at) / hour);

/** Saturday or Sunday in Seoul. */
export const isWeekend = (at: Date): boolean => [0, 6].includes(new Date(at.getTime() + offset).getUTCDay());

/** `23:00` as milliseconds since midnight. */
export function clockTime(text: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = text.split(':').map(Number);
  return hours * hour + minutes * 60_000;
}

/** The moments after `from` and before `to` at which clocks in Seoul show one of the times, the earliest first. */
export function momentsBetween(from: Date, to: Date, times: readonly number[]): Date[] {
  const moments: Date[] = [];
  for (let midnight = from.getTime() - timeOfDay(from); midnight < to.getTime(); midnight += day) {
    for (const time of times.toSorted((a, b) => a - b)) {
      const moment = midnight + time;
      if (moment > from.getTime() && moment < to.getTime()) moments.push(new Date(moment));
    }
  }
  return moments;
}
