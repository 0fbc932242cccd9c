import { useQuery } from '@apollo/client/react';
import { useSession } from '../../session/use-session.ts';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import { MyTaxiDocument } from './call.gen.ts';
import { isSame, type Place } from './place.ts';

/** How I pay, and where I went lately; nothing for visitors. */
export function useMyTaxi() {
  const isMember = useSession() !== undefined;
  return useQuery(MyTaxiDocument, { skip: !isMember, fetchPolicy: 'cache-and-network' });
}

/** The booking that I have now: a member has one at a time. */
export function useBookingUnderWay(): TaxiBookingShownFragment | undefined {
  const { data } = useMyTaxi();
  return data?.me?.taxiBookings?.nodes.find((booking) => !isOver(booking));
}

/** Each place once, the last one first. */
export function useRecentPlaces(): readonly Place[] {
  const { data } = useMyTaxi();
  const places = data?.me?.taxiBookings?.nodes.flatMap(({ pickup, dropoff }) => [dropoff, pickup]) ?? [];
  const isFirst = (place: Place, index: number) => places.findIndex((each) => isSame(each, place)) === index;
  return places.filter((place, index) => place.name !== '' && isFirst(place, index)).slice(0, 5);
}

/** Nothing more will happen to it. */
export const isOver = ({ status }: Pick<TaxiBookingShownFragment, 'status'>): boolean => {
  switch (status) {
    case 'REQUESTED':
    case 'DISPATCHING':
    case 'DISPATCHED':
    case 'IN_RIDE':
    case 'CANCEL_REQUESTED':
      return false;
    case 'COMPLETED':
    case 'CANCELLED_BY_CUSTOMER':
    case 'CANCELLED_BY_SYSTEM':
      return true;
  }
};
