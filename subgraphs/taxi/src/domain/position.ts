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

const freshMs = 60_000;

/** Whether a position still says where the car is. */
export const isFresh = (position: { readonly at: Date }, now: Date): boolean =>
  now.getTime() - position.at.getTime() < freshMs;
