import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FavoriteRow } from './favorite-row.tsx';
import styles from './favorites.module.css';
import { useFavorites } from './use-favorites.ts';
import { useForgetFavorite } from './use-forget-favorite.ts';
import { subwayWords } from './words.ts';

/** The ways that I often take, as long as they take just now. */
export function Favorites({ onChoose }: { readonly onChoose: (from: string, to: string) => void }): ReactNode {
  const words = useWords(subwayWords);
  const { pathname, search } = useLocation();
  const { isMember, favorites, error, refetch, fetchMore } = useFavorites();
  const { forget, error: forgetting } = useForgetFavorite();
  return (
    <Card label={words.favorites}>
      <h2>{words.favorites}</h2>
      {!isMember && (
        <>
          <p className="soft">{words.signInText}</p>
          <ButtonLink to="/sign-in" state={{ from: pathname + search }}>
            {words.signIn}
          </ButtonLink>
        </>
      )}
      <Problem error={error ?? forgetting} onRetry={error ? refetch : undefined} />
      {isMember && !favorites && !error && <Skeleton count={2} height="4rem" />}
      {favorites?.nodes.length === 0 && (
        <p className="soft">
          {words.noFavorites}. {words.noFavoritesText}
        </p>
      )}
      {favorites && (
        <>
          <ul className={`plain ${styles.rows}`}>
            {favorites.nodes.map((favorite) => (
              <FavoriteRow key={favorite.id} favorite={favorite} onChoose={onChoose} onForget={forget} />
            ))}
          </ul>
          <More pageInfo={favorites.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />
        </>
      )}
    </Card>
  );
}
