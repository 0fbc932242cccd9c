/**
 * The value that a share of all values lies below: 0.5 for the median. Between two neighbours it is drawn straight.
 *
 * @param share 0 to 1
 * @throws when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)];
  const upper = sorted[Math.ceil(place)];
  if (lower === undefined || upper === undefined) throw new Error('Nothing has no middle: measure at least once.');
  return lower + (upper - lower) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
