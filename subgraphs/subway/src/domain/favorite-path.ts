import type { Station } from './station.ts';

/** A way that a member often takes. */
export type FavoritePath = {
  readonly id: string;
  readonly ownerId: string;
  readonly from: Station;
  readonly to: Station;
  readonly addedAt: Date;
};

/** As many as a member may have. */
export const mostFavoritePaths = 100;
