import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { PersonList } from './person-list.tsx';
import { FollowingDocument } from './profile.gen.ts';
import { peopleWords } from './words.ts';

/** Whom somebody follows, the latest first. */
export function Component(): ReactNode {
  const { noFollowing } = useWords(peopleWords);
  const { memberId: id = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(FollowingDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <PersonList
      people={data?.member?.following}
      none={noFollowing}
      error={error}
      onRetry={refetch}
      onMore={(after) => fetchMore({ variables: { after } })}
    />
  );
}
