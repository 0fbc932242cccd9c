import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import { rideWords } from './ride-words.ts';
import styles from './taxi.module.css';

/** What the ride cost, by what, and whether it is paid; nothing until the customer got out. */
export function Receipt({ booking }: { readonly booking: TaxiBookingShownFragment }): ReactNode {
  const words = useWords(rideWords);
  const format = useFormat();
  const { bill, driver, startedAt, payment, paymentFailure, status } = booking;
  if (!bill) return null;
  const paid = payment ? words.payments[payment.status] : words.payments.CAPTURED;
  return (
    <Card label={words.receipt}>
      <h2>{words.receipt}</h2>
      <p className={styles.total}>
        <span>{words.fare}</span>
        <Money won={bill.fare} />
      </p>
      <dl className={styles.facts}>
        <dt>{words.distance}</dt>
        <dd className="figures">{format.distance(bill.distanceMeters)}</dd>
        <dt>{words.duration}</dt>
        <dd className="figures">{format.duration(bill.durationSeconds)}</dd>
        <dt>{words.surcharge}</dt>
        <dd>{bill.surchargePercent === 0 ? words.noSurcharge : words.surchargeIn(bill.surchargePercent)}</dd>
        {startedAt && (
          <>
            <dt>{words.boarded}</dt>
            <dd>
              <Time at={startedAt} as="moment" />
            </dd>
          </>
        )}
        <dt>{words.left}</dt>
        <dd>
          <Time at={bill.endedAt} as="moment" />
        </dd>
        {driver && (
          <>
            <dt>{words.plate}</dt>
            <dd lang="ko">{driver.plate}</dd>
          </>
        )}
        <dt>{words.payment}</dt>
        <dd>
          <strong>{status === 'COMPLETED' ? paid : words.notPaid}</strong>
        </dd>
      </dl>
      {paymentFailure && status !== 'COMPLETED' && <Notice tone="danger">{words.payFailedText}</Notice>}
    </Card>
  );
}
