import { useMutation } from '@apollo/client/react';
import { useExplain } from '../../errors/use-explain.ts';
import { useWords } from '../../i18n/words.ts';
import { FollowDocument, type PersonFragment, UnfollowDocument } from './person.gen.ts';
import { peopleWords } from './words.ts';

/** Whether I follow somebody, to be turned. How many I follow comes with the answer. */
export function useFollow({ id, followedByMe, followerCount }: PersonFragment) {
  const { refusals } = useWords(peopleWords);
  const explain = useExplain();
  const [follow, following] = useMutation(FollowDocument, { variables: { id } });
  const [unfollow, unfollowing] = useMutation(UnfollowDocument, { variables: { id } });
  const turn = () => {
    const count = followerCount ?? 0;
    const done = followedByMe
      ? unfollow({
          optimisticResponse: {
            __typename: 'Mutation',
            unfollow: {
              __typename: 'UnfollowPayload',
              member: null,
              unfollowedMember: {
                __typename: 'Member',
                id,
                followedByMe: false,
                followerCount: Math.max(0, count - 1),
              },
              userErrors: [],
            },
          },
        })
      : follow({
          optimisticResponse: {
            __typename: 'Mutation',
            follow: {
              __typename: 'FollowPayload',
              member: null,
              followedMember: { __typename: 'Member', id, followedByMe: true, followerCount: count + 1 },
              userErrors: [],
            },
          },
        });
    done.catch(() => undefined); // the error is shown
  };
  const refused = following.data?.follow.userErrors[0] ?? unfollowing.data?.unfollow.userErrors[0];
  const error = following.error ?? unfollowing.error;
  return { turn, problem: refused ? refusals[refused.code] : error && explain(error) };
}
