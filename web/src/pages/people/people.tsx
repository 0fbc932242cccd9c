import type { ReactNode } from 'react';
import { defineWords, useWords } from '../../i18n/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

const words = defineWords(
  { title: '사람', lead: '서로 팔로우하고 소식을 들어요.', soon: '곧 열려요' },
  { title: 'People', lead: 'Follow each other and hear the news.', soon: 'It opens soon' },
);

export function Component(): ReactNode {
  const { title, lead, soon } = useWords(words);
  return (
    <Page title={title} lead={lead}>
      <EmptyState title={soon} />
    </Page>
  );
}
