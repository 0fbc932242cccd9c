import { useMutation } from '@apollo/client/react';
import { useExplain } from '../../errors/use-explain.ts';
import { useLanguage } from '../../i18n/language.ts';
import { HeartPlanDocument, type PlanHeartFragment, UnheartPlanDocument } from './heart.gen.ts';
import { planRefusals } from './refusals.ts';

type Hearted = Pick<PlanHeartFragment, 'id' | 'heartCount' | 'heartedByMe'>;

/** Gives my heart or takes it back: at once, and back again where the graph says no. */
export function useHeart({ id, heartCount, heartedByMe }: Hearted) {
  const refusals = planRefusals[useLanguage()];
  const explain = useExplain();
  const variables = { variables: { id } };
  const [heart, hearting] = useMutation(HeartPlanDocument, variables);
  const [unheart, unhearting] = useMutation(UnheartPlanDocument, variables);
  const turn = () => {
    const asWished = (hearted: boolean) =>
      ({
        plan: { __typename: 'Plan', id, heartedByMe: hearted, heartCount: heartCount + (hearted ? 1 : -1) },
        userErrors: [],
      }) as const;
    const done = heartedByMe
      ? unheart({
          optimisticResponse: {
            __typename: 'Mutation',
            unheartPlan: { __typename: 'UnheartPlanPayload', ...asWished(false) },
          },
        })
      : heart({
          optimisticResponse: {
            __typename: 'Mutation',
            heartPlan: { __typename: 'HeartPlanPayload', ...asWished(true) },
          },
        });
    done.catch(() => undefined); // the error is shown
  };
  const refused = hearting.data?.heartPlan.userErrors[0] ?? unhearting.data?.unheartPlan.userErrors[0];
  const error = hearting.error ?? unhearting.error;
  return { turn, problem: refused ? refusals[refused.code] : error && explain(error) };
}
