const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** How long ago in its largest unit: `3 min`. */
export function ago(moment: Date, now: Date): string {
  const ms = Math.max(0, now.getTime() - moment.getTime());
  const [unit, size] = units.find(([, least]) => ms >= least) ?? ['s', 1_000];
  return `${Math.floor(ms / size)} ${unit}`;
}

/** A moment for people who compare it with a log, and how long ago it was. */
export const momentAndAgo = (moment: Date, now: Date): string =>
  moment > now ? moment.toISOString() : `${moment.toISOString()} (${ago(moment, now)} ago)`;
