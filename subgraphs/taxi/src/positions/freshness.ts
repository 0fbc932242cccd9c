/** Drivers report every few seconds: of one silent for this long nobody knows where they are. */
const freshForMs = 60_000;

/** Whoever reported before this is found by no search. */
export const oldestFresh = (now: Date): Date => new Date(now.getTime() - freshForMs);
