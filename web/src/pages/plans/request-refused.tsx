import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { recommendWords } from './recommend-words.ts';
import type { RequestRecommendationErrorCode } from './recommendation.gen.ts';
import { requestRefusals } from './refusals.ts';

type Props = {
  readonly refused: readonly {
    readonly code: RequestRecommendationErrorCode;
    readonly field: readonly string[] | null;
  }[];
};

/** What no field of the form is to blame for, with the way out of it. */
export function RequestRefused({ refused }: Props): ReactNode {
  const words = useWords(recommendWords);
  const refusals = requestRefusals[useLanguage()];
  return refused
    .filter(({ field }) => !field || field.at(-1) === 'kind' || field.at(-1) === 'idempotencyKey')
    .map(({ code }) => (
      <Notice key={code} tone="danger">
        <p>{refusals[code]}</p>
        {code === 'NOT_ENOUGH_TOKENS' && <ButtonLink to="/plans/tokens">{words.buy}</ButtonLink>}
        {code === 'NO_HEARTED_PLANS' && <ButtonLink to="/plans">{words.toBoard}</ButtonLink>}
      </Notice>
    ));
}
