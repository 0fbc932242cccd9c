import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { MyPlansDocument } from './my-plans.gen.ts';
import { PlanGrid } from './plan-grid.tsx';
import styles from './plans.module.css';
import { plansWords } from './words.ts';

export const Component = (): ReactNode => (
  <SignedIn>
    <MyPlans />
  </SignedIn>
);

/** What I wrote, and what was written for me; private ones, too. */
function MyPlans(): ReactNode {
  const words = useWords(plansWords);
  const { data, error, refetch, fetchMore } = useQuery(MyPlansDocument, { fetchPolicy: 'cache-and-network' });
  const plans = data?.me?.plans;
  return (
    <div className={styles.page}>
      <div className={styles.ways}>
        <ButtonLink to="/plans/new" tone="accent">
          {words.write}
        </ButtonLink>
        <ButtonLink to="/plans/recommend">{words.toRecommend}</ButtonLink>
      </div>
      <Problem error={error} onRetry={refetch} />
      {(plans || !error) && <PlanGrid plans={plans?.nodes} />}
      {plans?.nodes.length === 0 && <EmptyState title={words.noneMine} text={words.noneMineText} />}
      {plans && <More pageInfo={plans.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}
