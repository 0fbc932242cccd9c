import type { ReactNode } from 'react';
import { defineWords, useWords } from '../../i18n/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

const words = defineWords(
  { title: '택시', lead: '부르고, 오는 길을 지도에서 봐요.', soon: '곧 열려요' },
  { title: 'Taxi', lead: 'Call one and see it come on the map.', soon: 'It opens soon' },
);

export function Component(): ReactNode {
  const { title, lead, soon } = useWords(words);
  return (
    <Page title={title} lead={lead}>
      <EmptyState title={soon} />
    </Page>
  );
}
