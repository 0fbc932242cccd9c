import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { HeartedPlansDocument } from './my-plans.gen.ts';
import { PlanGrid } from './plan-grid.tsx';
import styles from './plans.module.css';
import { plansWords } from './words.ts';

export const Component = (): ReactNode => (
  <SignedIn>
    <HeartedPlans />
  </SignedIn>
);

/** The trips with my heart. */
function HeartedPlans(): ReactNode {
  const words = useWords(plansWords);
  const { data, error, refetch, fetchMore } = useQuery(HeartedPlansDocument, { fetchPolicy: 'cache-and-network' });
  const plans = data?.me?.heartedPlans;
  return (
    <div className={styles.page}>
      <Problem error={error} onRetry={refetch} />
      {(plans || !error) && <PlanGrid plans={plans?.nodes} />}
      {plans?.nodes.length === 0 && (
        <EmptyState title={words.noneHearted} text={words.noneHeartedText}>
          <ButtonLink to="/plans" tone="accent">
            {words.toBoard}
          </ButtonLink>
        </EmptyState>
      )}
      {plans && <More pageInfo={plans.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}
