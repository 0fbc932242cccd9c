const days = 14;

/** How many of the moments fall on each of the last 14 days, where the reader lives; a day by its midnight in seconds since 1970. */
export function byDay(moments: readonly string[], now: Date): { readonly xs: number[]; readonly ys: number[] } {
  const midnights = Array.from({ length: days }, (_, index) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - (days - 1 - index)).getTime(),
  );
  const counts = new Map(midnights.map((midnight) => [midnight, 0]));
  for (const moment of moments) {
    const day = new Date(moment).setHours(0, 0, 0, 0);
    const count = counts.get(day);
    if (count !== undefined) counts.set(day, count + 1);
  }
  return { xs: midnights.map((midnight) => midnight / 1000), ys: [...counts.values()] };
}
