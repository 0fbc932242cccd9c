import type { FormEvent, ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { PlanErrorCode } from './plan-form.gen.ts';
import styles from './plans.module.css';
import { planRefusals } from './refusals.ts';
import { TripFields } from './trip-fields.tsx';
import { type TripWish, textIn, wishIn } from './trip-wish.ts';
import { tripWords } from './trip-words.ts';

export type PlanWish = TripWish & {
  readonly title: string | null;
  readonly location: string;
  readonly groupSize: number;
};

type Props = {
  readonly heading: string;
  readonly submit: string;
  readonly back: string;
  readonly begin: Partial<PlanWish>;
  readonly onSubmit: (wish: PlanWish) => void;
  readonly refused: readonly { readonly code: PlanErrorCode; readonly field: readonly string[] | null }[];
  readonly error: unknown;
  readonly busy: boolean;
};

/** A trip written by hand. What is wrong is told where it is wrong. */
export function PlanForm({ heading, submit, back, begin, onSubmit, refused, error, busy }: Props): ReactNode {
  const words = useWords(tripWords);
  const refusals = planRefusals[useLanguage()];
  const errorOf = (name: string): string | undefined => {
    const refusal = refused.find(({ field }) => field?.at(-1) === name);
    return refusal && refusals[refusal.code];
  };
  const read = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const { location, groupSize, ...rest } = wishIn(fields);
    onSubmit({ ...rest, title: textIn(fields, 'title'), location: location ?? '', groupSize: groupSize ?? 1 });
  };
  return (
    <Card label={heading}>
      <h2>{heading}</h2>
      <form className={styles.form} onSubmit={read}>
        <Field
          label={words.title}
          hint={words.titleHint}
          name="title"
          maxLength={100}
          defaultValue={begin.title ?? ''}
          error={errorOf('title')}
        />
        <TripFields begin={begin} required={['location', 'groupSize']} errorOf={errorOf} />
        {refused
          .filter(({ field }) => !field || field.at(-1) === 'planId' || field.at(-1) === 'expectedVersion')
          .map(({ code }) => (
            <Notice key={code} tone="danger">
              {refusals[code]}
            </Notice>
          ))}
        <Problem error={error} />
        <div className={styles.ways}>
          <Button type="submit" tone="accent" busy={busy}>
            {submit}
          </Button>
          <ButtonLink to={back}>{words.cancel}</ButtonLink>
        </div>
      </form>
    </Card>
  );
}
