import { useMutation, useQuery } from '@apollo/client/react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { freshKey } from '../../graphql/fresh-key.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { dayFromToday } from './calendar-day.ts';
import { KindChoice } from './kind-choice.tsx';
import styles from './plans.module.css';
import { recommendWords } from './recommend-words.ts';
import { type RecommendationKind, RequestRecommendationDocument } from './recommendation.gen.ts';
import { requestRefusals } from './refusals.ts';
import { RequestRefused } from './request-refused.tsx';
import { TokenBalanceDocument } from './tokens.gen.ts';
import { TripFields } from './trip-fields.tsx';
import { type TripWish, wishIn } from './trip-wish.ts';

export const Component = (): ReactNode => (
  <SignedIn>
    <Recommend />
  </SignedIn>
);

const weekend: Partial<TripWish> = {
  location: '서울',
  travelDate: dayFromToday(7),
  returnDate: dayFromToday(8),
  groupSize: 2,
  budget: 300_000,
};

/** Asks for a trip; then on to the page where it arrives. */
function Recommend(): ReactNode {
  const words = useWords(recommendWords);
  const refusals = requestRefusals[useLanguage()];
  const navigate = useNavigate();
  const [kind, setKind] = useState<RecommendationKind>('PERSONAL');
  const balance = useQuery(TokenBalanceDocument, { fetchPolicy: 'cache-and-network' }).data?.me?.tokenAccount?.balance;
  const [request, { data, error, loading, reset }] = useMutation(RequestRecommendationDocument);
  const key = useRef<{ of: string; value: string }>(undefined);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wish = { kind, ...wishIn(new FormData(event.currentTarget)) };
    // The same wish, sent again after an answer that was lost, costs once.
    const of = JSON.stringify(wish);
    if (key.current?.of !== of) key.current = { of, value: freshKey() };
    const input = { ...wish, idempotencyKey: key.current.value };
    const { data } = await request({ variables: { input } }).catch(() => ({ data: undefined })); // `error` tells
    if (!data) return;
    key.current = undefined;
    const { recommendation, userErrors } = data.requestRecommendation;
    if (recommendation && userErrors.length === 0) navigate(`/plans/recommendations/${recommendation.id}`);
  };

  const refused = data?.requestRecommendation.userErrors ?? [];
  const errorOf = (name: string): string | undefined => {
    const refusal = refused.find(({ field }) => field?.at(-1) === name);
    return refusal && refusals[refusal.code];
  };
  return (
    <Card label={words.title}>
      <div className={styles.heading}>
        <h2>{words.title}</h2>
        {balance !== undefined && <span className={styles.balance}>{words.balance(balance)}</span>}
      </div>
      <p className="soft">{words.lead}</p>
      <form className={styles.form} onSubmit={submit}>
        <KindChoice
          kind={kind}
          onChoose={(next) => {
            setKind(next);
            reset();
          }}
        />
        {kind !== 'PERSONAL' && <p className="soft small">{words.optional}</p>}
        <TripFields
          key={kind === 'PERSONAL' ? 'needed' : 'left to them'}
          begin={kind === 'PERSONAL' ? weekend : {}}
          required={kind === 'PERSONAL' ? ['location', 'travelDate', 'groupSize', 'budget'] : []}
          errorOf={errorOf}
        />
        <RequestRefused refused={refused} />
        <Problem error={error} />
        <div className={styles.ways}>
          <Button type="submit" tone="accent" busy={loading}>
            {words.ask}
          </Button>
          <ButtonLink to="/plans/tokens">{words.buy}</ButtonLink>
        </div>
      </form>
    </Card>
  );
}
