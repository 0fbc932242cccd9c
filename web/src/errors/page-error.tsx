import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { defineWords, useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

const words = defineWords(
  {
    title: '이 페이지를 보여 줄 수 없어요',
    text: '새 버전이 나왔거나 연결이 끊겼을 수 있어요.',
    reload: '새로 고침',
  },
  {
    title: 'This page could not be shown',
    text: 'There may be a newer version, or the connection is away.',
    reload: 'Reload',
  },
);

/** In place of a page that threw, or whose file could not be loaded. */
export function PageError(): ReactNode {
  const { title, text, reload } = useWords(words);
  const error = useRouteError();
  console.error(error);
  return (
    <EmptyState title={title} text={text}>
      <Button tone="accent" onClick={() => location.reload()}>
        {reload}
      </Button>
    </EmptyState>
  );
}
