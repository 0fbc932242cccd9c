import type { Point } from '../domain/point.ts';

/** A way by road. Metres and seconds. */
export type Route = { readonly meters: number; readonly seconds: number };

/** Finds ways. It always answers: when the one it asks does not, it estimates. */
export interface RoutePlanner {
  /** From one spot to another, setting off at `at`. */
  route(from: Point, to: Point, at: Date): Promise<Route>;
}
