import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useBookingUnderWay } from './use-my-taxi.ts';
import { taxiWords } from './words.ts';

/** The way back to the taxi that was called already. */
export function UnderWay(): ReactNode {
  const words = useWords(taxiWords);
  const booking = useBookingUnderWay();
  if (!booking) return null;
  return (
    <Notice tone="good">
      <p>
        <strong>{words.underWay}</strong> {booking.pickup.name} → {booking.dropoff.name}
      </p>
      <ButtonLink to={`/taxi/rides/${booking.id}`} size="small">
        {words.toRide}
      </ButtonLink>
    </Notice>
  );
}
