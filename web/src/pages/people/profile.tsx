import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Outlet, useParams } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Time } from '../../ui/time.tsx';
import { FollowButton } from './follow-button.tsx';
import styles from './people.module.css';
import { ProfileDocument } from './profile.gen.ts';
import { peopleWords } from './words.ts';

/** Who somebody is; below it their trips, their followers or whom they follow. */
export function Component(): ReactNode {
  const words = useWords(peopleWords);
  const { memberId: id = '' } = useParams();
  const { data, error, refetch } = useQuery(ProfileDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <Problem error={error} onRetry={refetch} /> : <Skeleton count={2} height="10rem" />;
  const { member } = data;
  if (!member) return <EmptyState title={words.notFound} text={words.notFoundText} />;
  return (
    <div className={styles.page}>
      <Card as="article" label={member.name}>
        <header className={styles.person}>
          <span className={styles.largeFace} aria-hidden="true">
            {[...member.name][0]}
          </span>
          <div className={styles.who}>
            <h2>{member.name}</h2>
            <span className="soft small">
              {words.joined} <Time at={member.createdAt} as="day" />
            </span>
          </div>
          <FollowButton person={member} />
        </header>
      </Card>
      <div className={styles.lists}>
        <Tabs
          label={words.lists}
          tabs={[
            { to: `/people/${id}`, label: words.plans, end: true },
            { to: `/people/${id}/followers`, label: `${words.followers} ${member.followerCount ?? 0}` },
            { to: `/people/${id}/following`, label: `${words.following} ${member.followingCount ?? 0}` },
          ]}
        />
      </div>
      <Outlet />
    </div>
  );
}
