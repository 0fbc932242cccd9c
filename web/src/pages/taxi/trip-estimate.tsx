import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { readError } from '../../errors/read-error.ts';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './taxi.module.css';
import type { useEstimate } from './use-estimate.ts';
import type { Trip } from './use-trip.ts';
import { taxiWords } from './words.ts';

type Props = { readonly trip: Trip; readonly estimate: ReturnType<typeof useEstimate> };

/** What the trip would cost, and what that is made of. */
export function TripEstimate({ trip: { pickup, dropoff }, estimate }: Props): ReactNode {
  const words = useWords(taxiWords);
  const format = useFormat();
  const { given, error, isTooNear, retry } = estimate;
  if (!pickup || !dropoff) return <p className="soft">{words.begin}</p>;
  if (isTooNear) return <Notice tone="danger">{words.tooNear}</Notice>;
  if (readError(error).code === 'BAD_USER_INPUT') return <Notice tone="danger">{words.outside}</Notice>;
  if (error) return <Problem error={error} onRetry={retry} />;
  if (!given) return <Skeleton count={1} height="10.5rem" />;
  const { fare, distanceMeters, durationSeconds, pickupSeconds } = given;
  return (
    <div className={styles.estimate}>
      <p className={styles.fare}>
        <span>{words.estimate}</span>
        <strong>
          <Money won={fare} />
        </strong>
      </p>
      <dl className={styles.facts}>
        <dt>{words.distance}</dt>
        <dd className="figures">{format.distance(distanceMeters)}</dd>
        <dt>{words.duration}</dt>
        <dd className="figures">{format.duration(durationSeconds)}</dd>
        <dt>{words.nearestCar}</dt>
        <dd>{pickupSeconds === null ? words.noCar : words.nearestCarIn(format.duration(pickupSeconds))}</dd>
      </dl>
      <p className="soft small">{words.meterDecides}</p>
    </div>
  );
}
