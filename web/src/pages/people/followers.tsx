import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { PersonList } from './person-list.tsx';
import { FollowersDocument } from './profile.gen.ts';
import { peopleWords } from './words.ts';

/** Who follows somebody, the latest first. */
export function Component(): ReactNode {
  const { noFollowers } = useWords(peopleWords);
  const { memberId: id = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(FollowersDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <PersonList
      people={data?.member?.followers}
      none={noFollowers}
      error={error}
      onRetry={refetch}
      onMore={(after) => fetchMore({ variables: { after } })}
    />
  );
}
