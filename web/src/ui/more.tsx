import { type ReactNode, useState } from 'react';
import { Problem } from '../errors/problem.tsx';
import { defineWords, useWords } from '../i18n/words.ts';
import { Button } from './button.tsx';

const words = defineWords({ more: '더 보기' }, { more: 'Show more' });

type Props = {
  /** As the list's `pageInfo` says. */
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Such as `(after) => fetchMore({ variables: { after } })`. */
  readonly onMore: (after: string) => Promise<unknown>;
};

/** The way to the next page of a list, while there is one. */
export function More({ pageInfo: { hasNextPage, endCursor }, onMore }: Props): ReactNode {
  const { more } = useWords(words);
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  if (!hasNextPage || endCursor === null) return null;
  const load = () => {
    setState({ busy: true });
    onMore(endCursor).then(
      () => setState({ busy: false }),
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  return (
    <>
      <Problem error={state.error} />
      <Button onClick={load} busy={state.busy}>
        {more}
      </Button>
    </>
  );
}
