/** How far from the pick-up a car may be, by air line. */
export const searchRadiusMeters = 5_000;

/** How many of the nearest drivers one look at the map gives. */
export const candidatesPerLook = 10;

/** How often one search looks farther when others were faster at all those that were found. */
export const looksPerSearch = 5;

/**
 * How long a search rests, in ms, when others were faster at all cars that it found. It rests longer the longer it has lasted: while
 * many wait for few cars, their searches leave room for the work of those who ride. Less than the watch leaves it in peace.
 */
export const restBeforeNextSearch = (waitedMs: number, leastMs: number): number =>
  Math.min(Math.max(leastMs, Math.round(waitedMs / 5)), longestRestMs);

const longestRestMs = 3_000;
