import type { ReactNode } from 'react';
import { defineWords, useWords } from '../../i18n/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

const words = defineWords(
  { title: '지하철', lead: '역을 찾고 가장 좋은 길을 골라요.', soon: '곧 열려요' },
  { title: 'Subway', lead: 'Find stations and the best way.', soon: 'It opens soon' },
);

export function Component(): ReactNode {
  const { title, lead, soon } = useWords(words);
  return (
    <Page title={title} lead={lead}>
      <EmptyState title={soon} />
    </Page>
  );
}
