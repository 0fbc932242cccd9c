import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { arrivalOf } from './arrival.ts';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import { driveWords } from './drive-words.ts';
import { rideWords } from './ride-words.ts';
import styles from './taxi.module.css';
import type { Car } from './use-car.ts';

type Props = { readonly booking: TaxiBookingShownFragment; readonly car: Car };

/** Where the car has to go next, and the way there. */
export function DrivenTo({ booking, car }: Props): ReactNode {
  const words = useWords(driveWords);
  const { away, somewhere } = useWords(rideWords);
  const format = useFormat();
  const arrival = arrivalOf(booking, car.at);
  if (!arrival || booking.bill) return null;
  const goal = booking[arrival.at];
  return (
    <>
      <p>
        <strong>{goal.name || somewhere}</strong>{' '}
        <span className="soft small figures">{away(format.distance(arrival.meters))}</span>
      </p>
      {arrival.meters > 1 && (
        <div className={styles.ways}>
          {car.isMoving ? (
            <Button onClick={car.stop}>{words.stop}</Button>
          ) : (
            <Button onClick={() => car.driveTo(goal)}>{words.drive}</Button>
          )}
        </div>
      )}
      <p className="soft small">{words.driveText}</p>
    </>
  );
}
