import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import { rideWords } from './ride-words.ts';
import { useSecondsUntil } from './use-seconds-until.ts';
import { addressOf } from './use-trip.ts';

/** After a call that came to nothing, as soon as another one makes sense. */
export function CallAgain({ booking }: { readonly booking: TaxiBookingShownFragment }): ReactNode {
  if (booking.cancellation === null) return null;
  return <Again booking={booking} seconds={booking.cancellation.retryAfterSeconds ?? 0} />;
}

type Props = { readonly booking: TaxiBookingShownFragment; readonly seconds: number };

function Again({ booking, seconds }: Props): ReactNode {
  const words = useWords(rideWords);
  const navigate = useNavigate();
  const [at] = useState(() => Date.now() + seconds * 1000);
  const waiting = useSecondsUntil(at);
  return (
    <Button
      tone="accent"
      disabled={waiting > 0}
      onClick={() => navigate({ pathname: '/taxi', search: addressOf(booking).toString() })}
    >
      {waiting > 0 ? words.againIn(waiting) : words.again}
    </Button>
  );
}
