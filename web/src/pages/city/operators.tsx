import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './city.module.css';
import { CityWaitingDocument } from './waiting.gen.ts';
import { cityWords } from './words.ts';

/** There is no subscription to what waits for couriers, so who looks asks again now and then. */
const pollInterval = 5_000;

/** For administrators: the one queue that the graph tells of, and where the others are seen. */
export function Operators(): ReactNode {
  const words = useWords(cityWords);
  const { number } = useFormat();
  const { data, error, refetch } = useQuery(CityWaitingDocument, {
    pollInterval,
    skipPollAttempt: () => document.hidden,
    fetchPolicy: 'cache-and-network',
  });
  const waiting = data?.openDeliveries;
  const count = waiting && number(waiting.nodes.length);
  const oldest = waiting?.nodes[0]?.startedAt;
  return (
    <Card label={words.operators}>
      <h2>{words.operators}</h2>
      <Problem error={error} onRetry={refetch} />
      <dl className={styles.figures}>
        <div className={styles.figure}>
          <dt>{words.waiting}</dt>
          <dd>{count === undefined ? '–' : waiting?.pageInfo.hasNextPage ? words.atLeast(count) : count}</dd>
        </div>
        <div className={styles.figure}>
          <dt>{words.oldest}</dt>
          <dd>{oldest ? <Time at={oldest} /> : words.noneWaits}</dd>
        </div>
      </dl>
      <EmptyState title={words.health} text={words.healthText} />
    </Card>
  );
}
