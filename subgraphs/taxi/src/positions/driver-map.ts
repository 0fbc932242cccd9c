import type { Point } from '../domain/point.ts';

/**
 * What the map knows of a driver beside where they are. `version` is the driver's: an older word than the map's own is
 * ignored, so that words may come late and in any order.
 */
export type Placing = {
  readonly driverId: string;
  readonly version: number;
  readonly as:
    | { readonly kind: 'free' }
    /** Somebody asked them just now: found by no search. */
    | { readonly kind: 'offered' }
    /** Has a ride, whose customer follows the car. */
    | { readonly kind: 'booked'; readonly bookingId: string }
    /** Not on the map any more. */
    | { readonly kind: 'offline' };
};

export type Position = Point & { readonly at: Date };

/** `unknown`: the map does not know the driver, or forgot: place them first. */
export type Reported =
  | { readonly kind: 'free' | 'offered' | 'unknown' }
  | { readonly kind: 'booked'; readonly bookingId: string };

export type Nearby = { readonly driverId: string; readonly meters: number };

/**
 * Where the drivers are who are online. It is fast and forgetful: what must not be lost stands in the tables, and a report
 * that finds the driver unknown puts them back. Whoever has not reported for a minute is found by no search.
 */
export interface DriverMap {
  /** Notes where a driver is, and says what the map takes them for. */
  report(driverId: string, position: Position): Promise<Reported>;
  /** Notes what became of a driver. Without a position, one whom the map does not know stays unknown. */
  place(placing: Placing, position?: Position): Promise<void>;
  /** The nearest free drivers in the air-line radius, the nearest first. */
  nearest(point: Point, search: NearestSearch): Promise<readonly Nearby[]>;
  /** Of those of the drivers that the map knows. */
  positionsOf(driverIds: readonly string[]): Promise<ReadonlyMap<string, Position>>;
  close(): Promise<void>;
}

export type NearestSearch = {
  readonly radiusMeters: number;
  readonly count: number;
  /** Not these; they were asked before. */
  readonly excluding: readonly string[];
  readonly now: Date;
};
