/** From when to when somebody has time. */
type Time = { readonly from: Date; readonly until: Date };

/** How far the clocks of two machines may be apart. */
export const clocksDifferMs = 5_000;

/**
 * Whether the time is over. So it is, too, for what begins in the future: a clock that ran ahead wrote it and has been put right,
 * and nobody shall wait until the others have caught up with it.
 */
export const isOver = ({ from, until }: Time, now: Date): boolean =>
  now >= until || now.getTime() + clocksDifferMs < from.getTime();
