import { useQuery } from '@apollo/client/react';
import { useSession } from '../../session/use-session.ts';
import { FavoritePathsDocument } from './favorites.gen.ts';

/** The ways that I keep, the latest first; nothing for a visitor. */
export function useFavorites() {
  const isMember = useSession() !== undefined;
  const { data, error, refetch, fetchMore } = useQuery(FavoritePathsDocument, { skip: !isMember });
  return { isMember, favorites: data?.me?.favoritePaths ?? undefined, error, refetch, fetchMore };
}
