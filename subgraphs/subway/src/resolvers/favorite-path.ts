import { passengerOf } from '../domain/fare.ts';
import type { FavoritePath as FavoritePathModel } from '../domain/favorite-path.ts';
import { fareOfRoute, routeBetween } from '../network/route.ts';
import type { FavoritePathResolvers } from './schema.gen.ts';

/** With the age of the member whose it is; who has not told it pays what adults do. */
export type FavoritePathView = FavoritePathModel & { readonly age: number | null };

export const FavoritePath: FavoritePathResolvers = {
  path: async ({ from, to }, { by }, { network, clock }) =>
    routeBetween(await network.view(), { from: from.id, to: to.id, by, departAt: null, now: clock() }),
  fare: async ({ from, to, age }, _arguments, { network, clock }) => {
    const view = await network.view();
    const now = clock();
    const route = routeBetween(view, { from: from.id, to: to.id, by: 'DURATION', departAt: null, now });
    return route && fareOfRoute(view, route, age === null ? 'ADULT' : passengerOf(age));
  },
};
