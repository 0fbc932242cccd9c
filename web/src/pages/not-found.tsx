import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { defineWords, useWords } from '../i18n/words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

const words = defineWords(
  { title: '없는 페이지예요', text: '주소가 바뀌었거나 사라졌어요.', home: '홈으로' },
  { title: 'There is no such page', text: 'It moved, or it is gone.', home: 'To the start' },
);

export function Component(): ReactNode {
  const { title, text, home } = useWords(words);
  return (
    <Page title={title}>
      <EmptyState title={title} text={text}>
        <Link to="/">{home}</Link>
      </EmptyState>
    </Page>
  );
}
