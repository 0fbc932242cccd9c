import { useMutation } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  AcceptRideDocument,
  DeclineRideDocument,
  DriverShiftDocument,
  type RideOfferShownFragment,
} from './drive.gen.ts';
import { offerRefusals } from './drive-refusals.ts';
import { driveWords } from './drive-words.ts';
import { rideWords } from './ride-words.ts';
import styles from './taxi.module.css';
import { useNow } from './use-now.ts';

/** What a driver has to answer. */
const offerMs = 10_000;

/** A ride that somebody near wants, with the time that is left to take it. */
export function OfferCard({ offer }: { readonly offer: RideOfferShownFragment }): ReactNode {
  const words = useWords(driveWords);
  const { somewhere } = useWords(rideWords);
  const format = useFormat();
  const refusals = offerRefusals[useLanguage()];
  const { id, pickup, dropoff, estimatedFare, pickupDistanceMeters, expiresAt } = offer;
  // The clocks of the two may differ: nobody is given more time than there was.
  const [end] = useState(() => Math.min(Date.parse(expiresAt), Date.now() + offerMs));
  const left = Math.max(0, end - useNow(200));
  const onceTold = { variables: { id }, refetchQueries: [DriverShiftDocument], awaitRefetchQueries: true };
  const [accept, accepting] = useMutation(AcceptRideDocument, onceTold);
  const [decline, declining] = useMutation(DeclineRideDocument, onceTold);
  const refused = accepting.data?.acceptRide.userErrors ?? declining.data?.declineRide.userErrors ?? [];
  const busy = accepting.loading || declining.loading;
  return (
    <section className={styles.offer} aria-labelledby={`offer-${id}`}>
      <h2 id={`offer-${id}`} role="alert">
        {words.offer}
      </h2>
      <p>
        <strong>
          {pickup.name || somewhere} → {dropoff.name || somewhere}
        </strong>
      </p>
      <dl className={styles.facts}>
        <dt>{words.fare}</dt>
        <dd>
          <strong>
            <Money won={estimatedFare} />
          </strong>
        </dd>
        <dt>{words.away}</dt>
        <dd className="figures">{format.distance(pickupDistanceMeters)}</dd>
      </dl>
      <div>
        <progress value={left} max={offerMs} aria-label={words.seconds(Math.ceil(left / 1000))} />
        <p className="small figures">{words.seconds(Math.ceil(left / 1000))}</p>
      </div>
      {refused.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={accepting.error ?? declining.error} />
      <div className={styles.answers}>
        <Button
          tone="accent"
          busy={accepting.loading}
          disabled={busy || left === 0}
          onClick={() => accept().catch(() => undefined)} // the error is shown
        >
          {words.accept}
        </Button>
        <Button
          busy={declining.loading}
          disabled={busy || left === 0}
          onClick={() => decline().catch(() => undefined)} // likewise
        >
          {words.decline}
        </Button>
      </div>
    </section>
  );
}
