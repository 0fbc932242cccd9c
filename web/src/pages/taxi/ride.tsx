import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { useSession } from '../../session/use-session.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Money } from '../../ui/money.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusLine } from '../../ui/status-line.tsx';
import { Time } from '../../ui/time.tsx';
import { ArrivalCard } from './arrival-card.tsx';
import { stepsOf } from './booking-steps.ts';
import { CallAgain } from './call-again.tsx';
import { CancelTaxi } from './cancel-taxi.tsx';
import { Receipt } from './receipt.tsx';
import { RideMap } from './ride-map.tsx';
import { rideWords } from './ride-words.ts';
import styles from './taxi.module.css';
import { useLiveBooking } from './use-live-booking.ts';
import { isOver } from './use-my-taxi.ts';

export function Component(): ReactNode {
  const { bookingId = '' } = useParams();
  return (
    <SignedIn>
      <LiveRide id={bookingId} />
    </SignedIn>
  );
}

function LiveRide({ id }: { readonly id: string }): ReactNode {
  const words = useWords(rideWords);
  const me = useSession()?.member.id;
  const { booking, car, loading, error, refetch } = useLiveBooking(id);
  if (loading && !booking) return <Skeleton count={2} height="12rem" />;
  if (!booking) return error ? <Problem error={error} onRetry={refetch} /> : <EmptyState title={words.notFound} />;
  const { pickup, dropoff, estimate, requestedAt, status, bill } = booking;
  const isMine = booking.customer?.id === me;
  const isUnderWay = !isOver(booking) && bill === null;
  return (
    <div className={styles.ride}>
      <p>
        <Link to="/taxi/rides">← {words.back}</Link>
      </p>
      <Card label={words.progress}>
        <StatusLine label={words.progress} steps={stepsOf(booking, words)} />
        <Problem error={error} onRetry={refetch} />
      </Card>
      <div className={styles.split}>
        <div className={styles.mapSide}>
          <RideMap ride={booking} car={car} />
        </div>
        <div className={styles.panel}>
          {isUnderWay && <ArrivalCard booking={booking} car={car} />}
          <Receipt booking={booking} />
          <Card label={words.ride}>
            <dl className={styles.facts}>
              <dt>{words.pickup}</dt>
              <dd>{pickup.name || words.somewhere}</dd>
              <dt>{words.dropoff}</dt>
              <dd>{dropoff.name || words.somewhere}</dd>
              <dt>{words.estimate}</dt>
              <dd>
                <Money won={estimate.fare} />
              </dd>
              <dt>{words.calledAt}</dt>
              <dd>
                <Time at={requestedAt} as="moment" />
              </dd>
            </dl>
            {/* It stays while its refusal is read, though the ride goes on meanwhile. */}
            {isMine && <CancelTaxi id={booking.id} status={status} />}
            {isMine && <CallAgain booking={booking} />}
          </Card>
        </div>
      </div>
    </div>
  );
}
