import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusLine, type Step } from '../../ui/status-line.tsx';
import styles from './plans.module.css';
import { recommendWords } from './recommend-words.ts';
import type { RecommendationShownFragment } from './recommendation.gen.ts';
import { recommendationFailures } from './refusals.ts';
import { TokenBalanceDocument } from './tokens.gen.ts';
import { Trip } from './trip.tsx';
import { useLiveRecommendation } from './use-live-recommendation.ts';

export function Component(): ReactNode {
  const { recommendationId = '' } = useParams();
  return (
    <SignedIn>
      <Recommendation id={recommendationId} />
    </SignedIn>
  );
}

function Recommendation({ id }: { readonly id: string }): ReactNode {
  const words = useWords(recommendWords);
  const { recommendation, loading, error, refetch } = useLiveRecommendation(id);
  if (loading && !recommendation) return <Skeleton count={1} height="8rem" />;
  if (!recommendation)
    return error ? <Problem error={error} onRetry={refetch} /> : <EmptyState title={words.notFound} />;
  return (
    <div className={styles.page}>
      <Card label={words.progress}>
        <StatusLine label={words.progress} steps={stepsOf(recommendation, words)} />
        <Problem error={error} onRetry={refetch} />
        <Outcome recommendation={recommendation} />
      </Card>
      {recommendation.status === 'REQUESTED' && <Skeleton count={2} height="12rem" />}
      {recommendation.plan && <Trip plan={recommendation.plan} />}
    </div>
  );
}

type Words = (typeof recommendWords)['ko'];

function stepsOf({ status }: RecommendationShownFragment, words: Words): readonly Step[] {
  const asked: Step = { label: words.asked, state: 'done' };
  switch (status) {
    case 'REQUESTED':
      return [
        asked,
        { label: words.writing, state: 'now', detail: words.writingDetail },
        { label: words.ready, state: 'ahead' },
      ];
    case 'READY':
      return [asked, { label: words.written, state: 'done' }, { label: words.ready, state: 'done' }];
    case 'FAILED':
      return [asked, { label: words.failed, state: 'failed' }];
  }
}

/** What came of it, and what it cost. */
function Outcome({
  recommendation: { status, plan, failure },
}: {
  readonly recommendation: RecommendationShownFragment;
}) {
  const words = useWords(recommendWords);
  const failures = recommendationFailures[useLanguage()];
  const { data } = useQuery(TokenBalanceDocument, { skip: status !== 'READY', fetchPolicy: 'cache-and-network' });
  const left = data?.me?.tokenAccount?.balance;
  if (status === 'REQUESTED') return null;
  if (status === 'FAILED')
    return (
      <>
        <p>
          {failure && failures[failure.reason]} {words.notSpent}
        </p>
        <div className={styles.ways}>
          <ButtonLink to="/plans/recommend" tone="accent">
            {words.again}
          </ButtonLink>
          {failure?.reason === 'NOT_ENOUGH_TOKENS' && <ButtonLink to="/plans/tokens">{words.buy}</ButtonLink>}
        </div>
      </>
    );
  return (
    <>
      <h2>{plan ? words.arrived : words.gone}</h2>
      <p className="soft">
        {left !== undefined && words.spent(left)} {plan && words.openText}
      </p>
      {plan && (
        <div>
          <ButtonLink to={`/plans/${plan.id}`} tone="accent">
            {words.open}
          </ButtonLink>
        </div>
      )}
    </>
  );
}
