import type { ReactNode } from 'react';
import { defineWords, useWords } from '../../i18n/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

const words = defineWords(
  { title: '여행', lead: '여행을 계획하고 나눠요.', soon: '곧 열려요' },
  { title: 'Plans', lead: 'Plan trips and share them.', soon: 'It opens soon' },
);

export function Component(): ReactNode {
  const { title, lead, soon } = useWords(words);
  return (
    <Page title={title} lead={lead}>
      <EmptyState title={soon} />
    </Page>
  );
}
