import { type ActionContext, done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type RemoveFavoritePathCode, removeFavoritePathRefusals } from '../domain/refusals.ts';
import { removeFavoritePath as remove } from '../persistence/favorite-paths.ts';

type Result = Outcome<string, RemoveFavoritePathCode>;

const refuse = refusalsFrom(removeFavoritePathRefusals);

/** One of somebody else looks like none. */
export async function removeFavoritePath(context: ActionContext, id: string): Promise<Result> {
  const ownerId = memberId(context.viewer);
  return context.transaction(async (em): Promise<Result> => {
    const removed = await remove(em, { ownerId, id });
    return removed === null ? refused(refuse('FAVORITE_NOT_FOUND', 'id')) : done(removed);
  });
}
