import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Time } from '../../ui/time.tsx';
import { beginOf } from './calendar-day.ts';
import type { TripDayFragment } from './plan.gen.ts';
import { planWords } from './plan-words.ts';
import styles from './trip.module.css';

/** The stops of a day in their order, each with the station near it. */
export function TripDay({ day: { day, date, stops } }: { readonly day: TripDayFragment }): ReactNode {
  const words = useWords(planWords);
  return (
    <section className={day % 2 === 0 ? styles.hollow : undefined}>
      <h3 className={styles.dayTitle}>
        {words.day(day)}
        {date && (
          <span className="soft small">
            <Time at={beginOf(date)} as="day" />
          </span>
        )}
      </h3>
      <ol className={`plain ${styles.stops}`}>
        {stops.map((stop, index) => (
          <li key={`${stop.name} ${stop.address}`} className={styles.stop}>
            <span className={styles.number}>{index + 1}</span>
            <div lang="ko">
              <strong>{stop.name}</strong>
              <span className={styles.kind}>{stop.kind}</span>
              <p className="soft small">{stop.address}</p>
              <p className="small">{stop.note}</p>
              {stop.nearestStation && <Nearest {...stop.nearestStation} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Near = NonNullable<TripDayFragment['stops'][number]['nearestStation']>;

/** Subway knows it by where the stop is. */
function Nearest({ station, distanceMeters }: Near): ReactNode {
  const words = useWords(planWords);
  const language = useLanguage();
  const { distance } = useFormat();
  return (
    <p className={styles.station} lang={language}>
      {station.lines.map(({ id, color }) => (
        <span key={id} className={styles.line} style={{ background: color }} />
      ))}
      {words.nearest} <strong>{language === 'ko' ? station.name : station.nameEn}</strong>
      <span className="soft">{distance(distanceMeters)}</span>
    </p>
  );
}
