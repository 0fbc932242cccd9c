import type { EntityManager } from '@mikro-orm/postgresql';
import { pageLoader } from '@moa/subgraph';
import { findFavoritePathsOf } from '../persistence/favorite-paths.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for however many members an operation asks about. */
export const createLoaders = (em: EntityManager) => ({
  favoritePaths: pageLoader((memberIds, page) => findFavoritePathsOf(em, memberIds, page)),
});
