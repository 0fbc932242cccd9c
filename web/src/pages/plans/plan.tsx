import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OwnPlan } from './own-plan.tsx';
import { PlanDocument } from './plan.gen.ts';
import { planWords } from './plan-words.ts';
import styles from './plans.module.css';
import { Trip } from './trip.tsx';

/** One trip; its owner can change it and share it here. */
export function Component(): ReactNode {
  const words = useWords(planWords);
  const { planId = '' } = useParams();
  const me = useSession()?.member.id;
  const { data, error, refetch } = useQuery(PlanDocument, {
    variables: { id: planId },
    fetchPolicy: 'cache-and-network',
  });
  if (!data) return error ? <Problem error={error} onRetry={refetch} /> : <Skeleton count={2} height="14rem" />;
  const { plan } = data;
  if (!plan) return <EmptyState title={words.notFound} text={words.notFoundText} />;
  return (
    <div className={styles.page}>
      <p>
        <Link to="/plans">← {words.back}</Link>
      </p>
      <Trip plan={plan} />
      {me !== undefined && plan.owner?.id === me && <OwnPlan plan={plan} />}
      <Problem error={error} onRetry={refetch} />
    </div>
  );
}
