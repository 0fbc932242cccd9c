export type Bounds = {
  /** Always possible, however late everything is. */
  readonly least: number;
  /** Never more, however well it goes. */
  readonly most: number;
};

/** What was seen in one interval. */
export type Seen = {
  /** There was more in hand than could be done: the work itself had begun to wait. */
  readonly late: boolean;
  /** The most operations that were in hand at once. */
  readonly peak: number;
};

/**
 * How many operations may be in hand in the next interval: a fifth less than there were where work was late, else a tenth more.
 * So it comes down within a second when there is too much to do, and is out of the way in a few seconds when there isn't any more.
 * Where work was late with no more in hand than is always possible, something else was the reason, and nothing changes.
 */
export function nextLimit(limit: number, { late, peak }: Seen, { least, most }: Bounds): number {
  if (!late) return Math.min(limit * 1.1, most);
  return peak > least ? Math.max(Math.min(limit, peak) * 0.8, least) : limit;
}
