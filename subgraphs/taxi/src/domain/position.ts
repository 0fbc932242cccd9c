import type { Point } from './point.ts';

/** Where the car is, as who follows it sees it. It is also sent as JSON, so the moment is RFC 3339 text. */
export type PositionView = Point & { readonly at: string; readonly revision: number };

/** The last entry of a booking's positions: there will be no more. */
export type PositionsEnd = { readonly ended: true };

export const positionView = ({ latitude, longitude, at }: Point & { readonly at: Date }): PositionView => ({
  latitude,
  longitude,
  at: at.toISOString(),
  revision: at.getTime(),
});

/** Drivers report every few seconds: of one silent for this long nobody knows where they are. */
const freshForMs = 60_000;

/** Whoever reported before this is found by no search. */
export const oldestFresh = (now: Date): Date => new Date(now.getTime() - freshForMs);

/** Whether a position still says where the car is. */
export const isFresh = ({ at }: { readonly at: Date }, now: Date): boolean => at >= oldestFresh(now);
