import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PeopleOnBoardDocument } from './dashboard.gen.ts';
import styles from './people.module.css';
import { PersonRow } from './person-row.tsx';
import { peopleWords } from './words.ts';

/** Whom one may want to follow: the owners of the trips that have the most hearts. */
export function Component(): ReactNode {
  const words = useWords(peopleWords);
  const me = useSession()?.member.id;
  const { data, error, refetch } = useQuery(PeopleOnBoardDocument, { fetchPolicy: 'cache-and-network' });
  const owners = new Map(data?.planBoard.nodes.flatMap(({ owner }) => (owner ? [[owner.id, owner]] : [])));
  const people = [...owners.values()].filter(({ id }) => id !== me);
  return (
    <div className={styles.page}>
      <h2>{words.discover}</h2>
      <Problem error={error} onRetry={refetch} />
      {!data && !error && <Skeleton count={4} height="5rem" />}
      {data && people.length === 0 && <EmptyState title={words.noPeople} />}
      <ul className={`plain ${styles.people}`}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}
