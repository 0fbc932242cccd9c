import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { ItineraryMap } from './itinerary-map.tsx';
import type { TripDayFragment } from './plan.gen.ts';
import { planWords } from './plan-words.ts';
import styles from './trip.module.css';
import { TripDay } from './trip-day.tsx';

type Props = { readonly title: string; readonly days: readonly TripDayFragment[] };

/** Where a trip goes: the stops of a day, or of all days, in a list and on the map. */
export function Itinerary({ title, days }: Props): ReactNode {
  const words = useWords(planWords);
  const [chosen, setChosen] = useState<number>();
  const seen = days.filter(({ day }) => chosen === undefined || day === chosen);
  const choice = (day: number | undefined, label: string) => (
    <button
      key={label}
      type="button"
      className={styles.day}
      aria-pressed={chosen === day}
      onClick={() => setChosen(day)}
    >
      {label}
    </button>
  );
  return (
    <Card label={words.itinerary}>
      <h2>{words.itinerary}</h2>
      {days.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form
        <div role="group" aria-label={words.chooseDay} className={styles.days}>
          {choice(undefined, words.whole)}
          {days.map(({ day }) => choice(day, words.day(day)))}
        </div>
      )}
      <div className={styles.itinerary}>
        <div className={styles.list}>
          {seen.map((day) => (
            <TripDay key={day.day} day={day} />
          ))}
        </div>
        <div className={styles.map}>
          <ItineraryMap title={title} days={days} seen={seen} />
        </div>
      </div>
    </Card>
  );
}
