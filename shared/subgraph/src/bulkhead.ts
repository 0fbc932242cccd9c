import { errorCodes } from './errors.ts';

/**
 * Keeps what a subgraph carries out at once to as much as its database gets done in time. There is no queue: who finds no place is
 * told so at once, and has changed nothing.
 */
export interface Bulkhead {
  readonly isFull: boolean;
  /** Carries an operation out in a place of its own, which it has until it is done, whether somebody still waits for it or not. */
  hold<Result>(operation: () => Promise<Result>): Promise<Result>;
}

/**
 * Twenty for each connection of its pool of ten: with 125 ms of the database for each operation, the last one still gets a connection
 * within the 2.5 s for which it may wait.
 */
export const usualPlaces = 200;

/** @param places 0 for any number */
export function createBulkhead(places: number): Bulkhead {
  const most = places === 0 ? Number.POSITIVE_INFINITY : places;
  let inHand = 0;
  return {
    get isFull() {
      return inHand >= most;
    },
    async hold(operation) {
      inHand += 1;
      try {
        return await operation();
      } finally {
        inHand -= 1;
      }
    },
  };
}

/** What an operation is told that finds no place. `Retry-After` says to routers that this is no outage. */
export const busy = {
  status: 503,
  headers: { 'retry-after': '1' },
  body: { errors: [{ message: errorCodes.SERVICE_UNAVAILABLE, extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
} as const;
