import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AddFavoritePathDocument, FavoritePathsDocument } from './favorites.gen.ts';
import { addFavoriteRefusals } from './refusals.ts';
import { useFavorites } from './use-favorites.ts';
import { useForgetFavorite } from './use-forget-favorite.ts';
import { subwayWords } from './words.ts';

/** Keeps the way that is shown, or forgets it. Adding waits for the answer, which alone knows whether there is room. */
export function FavoriteSwitch({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const words = useWords(subwayWords);
  const refusals = addFavoriteRefusals[useLanguage()];
  const { isMember, favorites } = useFavorites();
  const { forget, error: forgetting } = useForgetFavorite();
  const [add, { data, error, loading }] = useMutation(AddFavoritePathDocument, {
    refetchQueries: [FavoritePathsDocument], // the answer knows the fare of an adult only
    awaitRefetchQueries: true,
  });
  if (!isMember) return null;
  const kept = favorites?.nodes.find((each) => each.from.id === from && each.to.id === to);
  const turn = () => {
    if (kept) forget(kept.id);
    else add({ variables: { from, to } }).catch(() => undefined); // the error is shown
  };
  return (
    <>
      <Button tone={kept ? 'accent' : 'plain'} aria-pressed={kept !== undefined} busy={loading} onClick={turn}>
        <Icon name="heart" size={18} /> {kept ? words.kept : words.keep}
      </Button>
      {data?.addFavoritePath.userErrors.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={error ?? forgetting} />
    </>
  );
}
