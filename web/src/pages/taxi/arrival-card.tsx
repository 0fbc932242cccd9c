import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import type { Point } from '../../map/point.ts';
import { Card } from '../../ui/card.tsx';
import { Time } from '../../ui/time.tsx';
import { arrivalOf } from './arrival.ts';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import { rideWords } from './ride-words.ts';
import styles from './taxi.module.css';

type Props = { readonly booking: TaxiBookingShownFragment; readonly car: Point | undefined };

/** Less than this is a moment. */
const moment = 30;

/** Who comes with which car, and when they are there: by where the car is, or until it was seen by what was promised. */
export function ArrivalCard({ booking, car }: Props): ReactNode {
  const words = useWords(rideWords);
  const format = useFormat();
  const { driver, status, arrivesAt } = booking;
  if (!driver) return null;
  const arrival = car && arrivalOf(booking, car);
  return (
    <Card label={words.car}>
      {arrival && (
        <p className={styles.arrival}>
          <strong>
            {arrival.seconds < moment
              ? words.now[arrival.at]
              : words.arrivesIn[arrival.at](format.duration(arrival.seconds))}
          </strong>
          <span className="soft small figures">{words.away(format.distance(arrival.meters))}</span>
        </p>
      )}
      {!arrival && status === 'DISPATCHED' && arrivesAt && (
        <p className={styles.arrival}>
          <span>{words.expectedAt}</span>
          <strong>
            <Time at={arrivesAt} as="time" />
          </strong>
        </p>
      )}
      <p className={styles.plate} lang="ko">
        {driver.plate}
      </p>
      <dl className={styles.facts}>
        {driver.member && (
          <>
            <dt>{words.driver}</dt>
            <dd>{driver.member.name}</dd>
          </>
        )}
        <dt>{words.phone}</dt>
        <dd className="figures">
          <a href={`tel:${driver.phone.replace(/[^+\d]/g, '')}`}>{driver.phone}</a>
        </dd>
      </dl>
    </Card>
  );
}
