import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { PlanCardFragment } from './plan-card.gen.ts';
import { PlanCard } from './plan-card.tsx';
import styles from './plans.module.css';

/** Trips side by side; grey blocks while they are on their way. */
export function PlanGrid({ plans }: { readonly plans: readonly PlanCardFragment[] | undefined }): ReactNode {
  if (!plans) return <Skeleton count={6} height="14rem" layout="cards" />;
  return (
    <ul className={`plain ${styles.cards}`}>
      {plans.map((plan) => (
        <li key={plan.id}>
          <PlanCard plan={plan} />
        </li>
      ))}
    </ul>
  );
}
