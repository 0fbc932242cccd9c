import { type ActionContext, done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type FavoritePath, mostFavoritePaths } from '../domain/favorite-path.ts';
import { type AddFavoritePathCode, addFavoritePathRefusals } from '../domain/refusals.ts';
import {
  addFavoritePath as add,
  countFavoritePathsOf,
  findFavoritePath,
  lockFavoritePathsOf,
} from '../persistence/favorite-paths.ts';
import { missingStations } from './missing-stations.ts';
import { checkIsMember } from './present-member.ts';

type Ends = { readonly from: string; readonly to: string };
type Result = Outcome<FavoritePath, AddFavoritePathCode>;

const refuse = refusalsFrom(addFavoritePathRefusals);

/** However often it is asked, the way is remembered once. */
export async function addFavoritePath(context: ActionContext, { from, to }: Ends): Promise<Result> {
  const ownerId = memberId(context.viewer);
  if (from === to) return refused(refuse('SAME_STATION', 'to'));
  return context.transaction(async (em): Promise<Result> => {
    await checkIsMember(em, ownerId);
    await lockFavoritePathsOf(em, ownerId);
    const missing = await missingStations(em, { from, to }, ['from', 'to']);
    if (missing.length > 0) return refused(...missing.map((field) => refuse('STATION_NOT_FOUND', field)));
    const ends = { ownerId, from, to };
    const known = await findFavoritePath(em, ends);
    if (known) return done(known);
    if ((await countFavoritePathsOf(em, ownerId)) >= mostFavoritePaths) return refused(refuse('TOO_MANY'));
    await add(em, { ...ends, id: context.ids(), addedAt: context.clock() });
    const added = await findFavoritePath(em, ends);
    if (!added) throw new Error(`The favourite path from ${from} to ${to} was added and yet it is not there.`);
    return done(added);
  });
}
