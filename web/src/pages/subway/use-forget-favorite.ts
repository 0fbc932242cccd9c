import { useMutation } from '@apollo/client/react';
import { RemoveFavoritePathDocument } from './favorites.gen.ts';

/** Forgets a way at once; a lost connection brings it back. */
export function useForgetFavorite() {
  const [remove, { error }] = useMutation(RemoveFavoritePathDocument, {
    update: (cache, _answer, { variables }) => {
      // The one refusal there is says that it was forgotten before.
      const known = cache.identify({ __typename: 'FavoritePath', id: variables?.id });
      if (known) cache.evict({ id: known });
    },
  });
  const forget = (id: string) => {
    remove({
      variables: { id },
      optimisticResponse: {
        __typename: 'Mutation',
        removeFavoritePath: { __typename: 'RemoveFavoritePathPayload', removedId: id, userErrors: [] },
      },
    }).catch(() => undefined); // the error is shown
  };
  return { forget, error };
}
