import type { ReactNode } from 'react';
import { defineWords, useWords } from '../../i18n/words.ts';
import { SeoulMap } from '../../map/seoul-map.tsx';
import { Page } from '../../ui/page.tsx';

const words = defineWords(
  { title: '도시', lead: '지금 도시에서 움직이는 것들.', map: '서울 지도' },
  { title: 'City', lead: 'What moves in the city right now.', map: 'Map of Seoul' },
);

export function Component(): ReactNode {
  const { title, lead, map } = useWords(words);
  return (
    <Page title={title} lead={lead}>
      <SeoulMap label={map} subwayLines />
    </Page>
  );
}
