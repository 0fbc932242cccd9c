import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { PlanGrid } from '../plans/plan-grid.tsx';
import styles from './people.module.css';
import { ProfilePlansDocument } from './profile.gen.ts';
import { peopleWords } from './words.ts';

/** What somebody shares; one's own private trips are on their own page. */
export function Component(): ReactNode {
  const words = useWords(peopleWords);
  const { memberId: id = '' } = useParams();
  const isMe = useSession()?.member.id === id;
  const { data, error, refetch, fetchMore } = useQuery(ProfilePlansDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const plans = data?.member?.sharedPlans;
  return (
    <div className={styles.page}>
      {isMe && (
        <div>
          <ButtonLink to="/plans/mine">{words.myPlans}</ButtonLink>
        </div>
      )}
      <Problem error={error} onRetry={refetch} />
      {(plans || !error) && <PlanGrid plans={plans?.nodes} />}
      {plans?.nodes.length === 0 && <EmptyState title={words.noPlans} />}
      {plans && <More pageInfo={plans.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}
