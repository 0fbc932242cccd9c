/**
 * How often which durations came: of each about a hundredth more or less is not told apart, so that minutes of load fit into a few
 * hundred numbers and histograms can be added up. Plain data, to be sent between processes.
 */
export type Histogram = {
  count: number;
  /** The longest to the microsecond, in milliseconds; 0 where there is none. */
  longest: number;
  /** How many fell into each bucket. */
  readonly buckets: Record<number, number>;
};

/** Each doubling is divided into so many buckets; below twice as many microseconds each has its own. */
const perDoubling = 64;
const doublingBits = Math.log2(perDoubling);

export const emptyHistogram = (): Histogram => ({ count: 0, longest: 0, buckets: {} });

export function record(histogram: Histogram, milliseconds: number): void {
  const bucket = bucketOf(Math.max(0, Math.round(milliseconds * 1_000)));
  histogram.buckets[bucket] = (histogram.buckets[bucket] ?? 0) + 1;
  histogram.count += 1;
  histogram.longest = Math.max(histogram.longest, milliseconds);
}

/** All of them as one. */
export function mergeHistograms(histograms: readonly Histogram[]): Histogram {
  const sum = emptyHistogram();
  for (const { count, longest, buckets } of histograms) {
    sum.count += count;
    sum.longest = Math.max(sum.longest, longest);
    for (const [bucket, times] of entriesOf(buckets)) sum.buckets[bucket] = (sum.buckets[bucket] ?? 0) + times;
  }
  return sum;
}

/** Milliseconds that a share of all durations did not exceed; nothing where there are none. @param share 0 to 1 */
export function percentileOf({ count, longest, buckets }: Histogram, share: number): number | undefined {
  if (count === 0) return undefined;
  const wanted = Math.max(1, Math.ceil(count * share));
  let seen = 0;
  for (const [bucket, times] of entriesOf(buckets)) {
    seen += times;
    if (seen >= wanted) return Math.min(longest, highestOf(bucket) / 1_000);
  }
  return longest;
}

/** From the shortest on: an object keeps whole numbers among its keys in their order. */
const entriesOf = (buckets: Histogram['buckets']) =>
  Object.entries(buckets).map(([bucket, times]) => [Number(bucket), times] as const);

function bucketOf(microseconds: number): number {
  if (microseconds < 2 * perDoubling) return microseconds;
  const shift = Math.floor(Math.log2(microseconds)) - doublingBits;
  return (shift + 1) * perDoubling + (Math.floor(microseconds / 2 ** shift) - perDoubling);
}

/** The longest that falls into a bucket, in microseconds. */
function highestOf(bucket: number): number {
  if (bucket < 2 * perDoubling) return bucket;
  const shift = Math.floor(bucket / perDoubling) - 1;
  return ((bucket % perDoubling) + perDoubling + 1) * 2 ** shift - 1;
}
