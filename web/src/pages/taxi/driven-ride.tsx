import { useMutation, useSubscription } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TaxiBookingChangedDocument, type TaxiBookingShownFragment } from './booking.gen.ts';
import { DriverShiftDocument, EndRideDocument, StartRideDocument } from './drive.gen.ts';
import { rideRefusals } from './drive-refusals.ts';
import { driveWords } from './drive-words.ts';
import { DrivenTo } from './driven-to.tsx';
import { Receipt } from './receipt.tsx';
import styles from './taxi.module.css';
import type { Car } from './use-car.ts';

type Props = { readonly booking: TaxiBookingShownFragment | null; readonly car: Car };

/** The ride from its dispatch to its end, and the next thing to do; after it, what it came to. */
export function DrivenRide({ booking, car }: Props): ReactNode {
  const words = useWords(driveWords);
  const refusals = rideRefusals[useLanguage()];
  const onceTold = { refetchQueries: [DriverShiftDocument], awaitRefetchQueries: true };
  const [startRide, starting] = useMutation(StartRideDocument, onceTold);
  const [endRide, ending] = useMutation(EndRideDocument, onceTold);
  const [wasCancelled, setCancelled] = useState(false);
  useSubscription(TaxiBookingChangedDocument, {
    variables: { id: booking?.id ?? '' },
    skip: !booking,
    onData: ({ client, data: { data } }) => {
      setCancelled(data?.taxiBookingChanged?.status === 'CANCELLED_BY_CUSTOMER');
      client.refetchQueries({ include: [DriverShiftDocument] }); // it may have set the driver free
    },
  });
  if (!booking) {
    if (wasCancelled) return <Notice>{words.past.WITHDRAWN}</Notice>;
    const last = ending.data?.endRide.booking;
    if (last?.status !== 'COMPLETED') return null;
    return (
      <>
        <Notice tone="good">{words.lastRide}</Notice>
        <Receipt booking={last} />
      </>
    );
  }
  const { id, status, customer, bill } = booking;
  const isMine = (of: { readonly id: string } | null | undefined) => of?.id === id;
  const refused =
    status === 'IN_RIDE'
      ? isMine(ending.data?.endRide.booking) && ending.data?.endRide.userErrors
      : starting.data?.startRide.userErrors;
  return (
    <>
      <Card label={words.customer}>
        <h2>{status === 'IN_RIDE' ? words.toDropoff : status === 'DISPATCHED' ? words.toPickup : words.cancelling}</h2>
        <DrivenTo booking={booking} car={car} />
        {(refused || []).map(({ code }) => (
          <Notice key={code} tone="danger">
            {refusals[code]}
          </Notice>
        ))}
        <Problem error={starting.error ?? ending.error} />
        <div className={styles.ways}>
          {(status === 'DISPATCHED' || status === 'CANCEL_REQUESTED') && (
            <Button
              tone="accent"
              busy={starting.loading}
              onClick={() => startRide({ variables: { id } }).catch(() => undefined)} // the error is shown
            >
              {words.start}
            </Button>
          )}
          {status === 'IN_RIDE' && (
            <Button
              tone="accent"
              busy={ending.loading}
              onClick={() => endRide({ variables: { id } }).catch(() => undefined)} // likewise
            >
              {bill ? words.endAgain : words.end}
            </Button>
          )}
        </div>
        {customer && (
          <p className="soft small">
            {words.customer}: {customer.name}
          </p>
        )}
      </Card>
      <Receipt booking={booking} />
    </>
  );
}
