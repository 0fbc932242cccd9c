import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PlanGrid } from '../plans/plan-grid.tsx';
import { FollowDashboardDocument, type FollowDashboardQuery } from './dashboard.gen.ts';
import styles from './people.module.css';
import { PersonRow } from './person-row.tsx';
import { peopleWords } from './words.ts';

/** Whom I follow, the latest first, each with the newest trips that they share. */
export function Component(): ReactNode {
  const words = useWords(peopleWords);
  const { data, error, refetch, fetchMore } = useQuery(FollowDashboardDocument, { fetchPolicy: 'cache-and-network' });
  const dashboard = data?.followDashboard;
  return (
    <div className={styles.page}>
      <Problem error={error} onRetry={refetch} />
      {!dashboard && !error && <Skeleton count={2} height="18rem" />}
      {dashboard?.nodes.length === 0 && (
        <EmptyState title={words.none} text={words.noneText}>
          <ButtonLink to="/people/discover" tone="accent">
            {words.toDiscover}
          </ButtonLink>
        </EmptyState>
      )}
      {dashboard?.nodes.map(({ member }) => member && <News key={member.id} member={member} />)}
      {dashboard && <More pageInfo={dashboard.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}

type Followed = NonNullable<FollowDashboardQuery['followDashboard']['nodes'][number]['member']>;

function News({ member }: { readonly member: Followed }): ReactNode {
  const words = useWords(peopleWords);
  const plans = member.sharedPlans;
  return (
    <section className={styles.news} aria-label={member.name}>
      <PersonRow person={member} />
      {plans?.nodes.length === 0 && <p className="soft">{words.noPlans}</p>}
      {plans && <PlanGrid plans={plans.nodes.slice(0, 3)} />}
      {plans?.pageInfo.hasNextPage && (
        <p>
          <Link to={`/people/${member.id}`}>{words.morePlans}</Link>
        </p>
      )}
    </section>
  );
}
