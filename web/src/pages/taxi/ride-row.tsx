import { useSubscription } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Money } from '../../ui/money.tsx';
import { Time } from '../../ui/time.tsx';
import { TaxiBookingChangedDocument } from './booking.gen.ts';
import { rideWords } from './ride-words.ts';
import type { RideRememberedFragment } from './rides.gen.ts';
import styles from './taxi.module.css';
import { isOver } from './use-my-taxi.ts';

/** The history follows a moment behind; the booking itself is asked where it still moves. */
export function RideRow({ ride }: { readonly ride: RideRememberedFragment }): ReactNode {
  const words = useWords(rideWords);
  const { booking, pickup, dropoff, fare, requestedAt, driver } = ride;
  const status = booking?.status ?? ride.bookingStatus;
  useSubscription(TaxiBookingChangedDocument, {
    variables: { id: booking?.id ?? '' },
    skip: !booking || isOver({ status }),
  });
  const look = !isOver({ status }) ? 'live' : status === 'COMPLETED' ? 'done' : 'cancelled';
  return (
    <li>
      <Link to={`/taxi/rides/${booking?.id ?? ''}`} className={styles.row}>
        <span className={styles[look]}>{words.status[status]}</span>
        <span className={styles.way}>
          <strong>
            {pickup.name || words.somewhere} → {dropoff.name || words.somewhere}
          </strong>
          <span className="soft small">
            <Time at={requestedAt} as="moment" />
            {driver && ` · ${driver.plate}`}
          </span>
        </span>
        {look === 'cancelled' ? <span className="soft">–</span> : <Money won={booking?.bill?.fare ?? fare} />}
      </Link>
    </li>
  );
}
