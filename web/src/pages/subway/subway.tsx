import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Page } from '../../ui/page.tsx';
import { Favorites } from './favorites.tsx';
import { JourneyForm } from './journey-form.tsx';
import { JourneyMap } from './journey-map.tsx';
import { JourneyResult } from './journey-result.tsx';
import styles from './subway.module.css';
import { useJourney } from './use-journey.ts';
import { SubwayWaysDocument } from './ways.gen.ts';
import { subwayWords } from './words.ts';

/** From one station to another: compared, drawn on the map, and told leg by leg. */
export function Component(): ReactNode {
  const words = useWords(subwayWords);
  const [journey, change] = useJourney();
  const { from = '', to = '', by } = journey;
  const { data, error, refetch } = useQuery(SubwayWaysDocument, {
    variables: { from, to },
    skip: from === '' || to === '' || from === to,
  });
  return (
    <Page title={words.title} lead={words.lead}>
      <div className={styles.page}>
        <div className={styles.column}>
          <JourneyForm journey={journey} onChange={change} />
          <JourneyResult journey={journey} ways={data} error={error} onRetry={refetch} onChange={change} />
        </div>
        <div className={styles.beside}>
          <JourneyMap way={data?.[by]} onPick={(id) => change(from === '' ? { from: id } : { to: id })} />
          <Favorites onChoose={(from, to) => change({ from, to })} />
        </div>
      </div>
    </Page>
  );
}
