import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import type { Point } from '../../map/point.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { Charts } from './charts.tsx';
import { CityBoardDocument } from './city.gen.ts';
import styles from './city.module.css';
import { CityMap } from './city-map.tsx';
import { Figures } from './figures.tsx';
import { FollowOrder, FollowRide } from './follow.tsx';
import { isOnItsWay, isUnderWay, moving } from './moving.ts';
import { MovingList } from './moving-list.tsx';
import { Operators } from './operators.tsx';
import { useMine } from './use-mine.ts';
import { cityWords } from './words.ts';

/** All that moves, as far as who looks may see it: visitors see the city, members what they set in motion. */
export function Component(): ReactNode {
  const words = useWords(cityWords);
  const isAdmin = useHasRole('ADMIN');
  const board = useQuery(CityBoardDocument, { fetchPolicy: 'cache-and-network' });
  const mine = useMine();
  const [cars, setCars] = useState<Readonly<Record<string, Point>>>({});
  const orders = moving(mine.orders, isOnItsWay);
  const rides = moving(mine.rides, isUnderWay);
  const plans = board.data?.planBoard;
  return (
    <Page title={words.title} lead={words.lead}>
      {orders.map((order) => (
        <FollowOrder key={order.id} order={order} />
      ))}
      {rides.map((ride) => (
        <FollowRide key={ride.id} ride={ride} onPosition={(id, at) => setCars((known) => ({ ...known, [id]: at }))} />
      ))}
      <div className={styles.page}>
        <Figures board={plans} moving={mine.isMember ? { orders: orders.length, rides: rides.length } : undefined} />
        <Problem error={board.error ?? mine.error} onRetry={board.error ? board.refetch : mine.refetch} />
        <div className={styles.main}>
          <CityMap plans={plans?.nodes ?? []} rides={rides} cars={cars} />
          <Card label={words.now}>
            <h2>{words.now}</h2>
            <SignedIn>
              <MovingList orders={orders} rides={rides} />
            </SignedIn>
          </Card>
        </div>
        {mine.isMember && (
          <div className={styles.charts}>
            <Charts orders={mine.orders ?? []} rides={mine.rides ?? []} />
          </div>
        )}
        {isAdmin && <Operators />}
      </div>
    </Page>
  );
}
