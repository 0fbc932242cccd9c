import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Field, TextField } from '../../ui/field.tsx';
import { dayFromToday } from './calendar-day.ts';
import styles from './plans.module.css';
import type { TripWish } from './trip-wish.ts';
import { tripWords } from './trip-words.ts';

type Props = {
  readonly begin: Partial<TripWish>;
  readonly required: readonly (keyof TripWish)[];
  /** What the graph says against a field, in words. */
  readonly errorOf: (field: keyof TripWish) => string | undefined;
};

/** Where, when, how many, for how much and what for; `wishIn` reads them. */
export function TripFields({ begin, required, errorOf }: Props): ReactNode {
  const words = useWords(tripWords);
  const about = (name: keyof TripWish) => ({
    name,
    label: words[name],
    required: required.includes(name),
    defaultValue: begin[name] ?? '',
    error: errorOf(name),
  });
  const today = dayFromToday(0);
  // A trip that has begun keeps its days.
  const earliest = begin.travelDate && begin.travelDate < today ? begin.travelDate : today;
  const days = { type: 'date', min: earliest, max: dayFromToday(730) } as const;
  return (
    <>
      <Field {...about('location')} maxLength={100} placeholder={words.locationHint} />
      <div className={styles.pairs}>
        <Field {...about('travelDate')} {...days} />
        <Field {...about('returnDate')} {...days} hint={words.returnHint} />
        <Field {...about('groupSize')} type="number" inputMode="numeric" min={1} max={100} />
        <Field {...about('budget')} type="number" inputMode="numeric" min={0} step={1} />
      </div>
      <TextField {...about('details')} maxLength={2000} placeholder={words.detailsHint} />
    </>
  );
}
