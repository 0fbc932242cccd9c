import { useSubscription } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { Point } from '../../map/point.ts';
import type { CityOrderFragment, CityRideFragment } from './city.gen.ts';
import { CityCarPositionDocument, CityOrderChangedDocument, CityRideChangedDocument } from './live.gen.ts';
import { hasCar } from './moving.ts';

/** Draws nothing: what it hears writes into the cache, from which the page is drawn. */
export function FollowOrder({ order: { id } }: { readonly order: CityOrderFragment }): ReactNode {
  useSubscription(CityOrderChangedDocument, { variables: { id } });
  return null;
}

type Props = { readonly ride: CityRideFragment; readonly onPosition: (rideId: string, point: Point) => void };

/** Likewise; a position is of no one thing in the cache, so it is told. */
export function FollowRide({ ride, onPosition }: Props): ReactNode {
  const { id } = ride;
  useSubscription(CityRideChangedDocument, { variables: { id } });
  useSubscription(CityCarPositionDocument, {
    variables: { id },
    skip: !hasCar(ride),
    onData: ({ data: { data } }) => data?.taxiPosition && onPosition(id, data.taxiPosition),
  });
  return null;
}
