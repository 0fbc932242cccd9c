import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MyDeliveriesDocument, OpenDeliveriesDocument } from './deliveries.gen.ts';
import { deliveriesWords } from './deliveries-words.ts';
import { DeliveryWork } from './delivery-work.tsx';
import styles from './food.module.css';

export const Component = (): ReactNode => (
  <SignedIn as="COURIER">
    <Deliveries />
  </SignedIn>
);

/** There is no subscription to what waits for couriers, so who looks asks again now and then. */
const pollInterval = 4_000;

/** A courier's view: what I carry, and what waits. */
function Deliveries(): ReactNode {
  const words = useWords(deliveriesWords);
  const looking = { pollInterval, skipPollAttempt: () => document.hidden, fetchPolicy: 'cache-and-network' } as const;
  const mine = useQuery(MyDeliveriesDocument, looking);
  const open = useQuery(OpenDeliveriesDocument, looking);
  const carried = mine.data?.me?.deliveries?.nodes;
  const waiting = open.data?.openDeliveries;
  return (
    <div className={styles.order}>
      <h2>{words.mine}</h2>
      <Problem error={mine.error ?? open.error} onRetry={open.refetch} />
      {!carried && !mine.error && <Skeleton count={1} height="5rem" />}
      {carried?.length === 0 && <EmptyState title={words.noneMine} text={words.noneMineText} />}
      <ul className={`plain ${styles.rows}`}>
        {carried?.map((delivery) => (
          <DeliveryWork key={delivery.id} delivery={delivery} next="complete" />
        ))}
      </ul>
      <h2>{words.open}</h2>
      {!waiting && !open.error && <Skeleton count={3} height="5rem" />}
      {waiting?.nodes.length === 0 && <EmptyState title={words.noneOpen} text={words.noneOpenText} />}
      <ul className={`plain ${styles.rows}`}>
        {waiting?.nodes.map((delivery) => (
          <DeliveryWork key={delivery.id} delivery={delivery} next="accept" />
        ))}
      </ul>
      {waiting && <More pageInfo={waiting.pageInfo} onMore={(after) => open.fetchMore({ variables: { after } })} />}
    </div>
  );
}
