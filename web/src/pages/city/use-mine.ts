import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { BellDocument } from '../../app/notification-bell.gen.ts';
import { useSession } from '../../session/use-session.ts';
import { CityMineDocument } from './city.gen.ts';

/** What I ordered, ride and drive. A notification that comes means that there may be more of it. */
export function useMine() {
  const isMember = useSession() !== undefined;
  const { data, error, refetch } = useQuery(CityMineDocument, { skip: !isMember, fetchPolicy: 'cache-and-network' });
  const bell = useQuery(BellDocument, { skip: !isMember, fetchPolicy: 'cache-only' }); // the shell asks for it
  const heard = bell.data?.me?.notifications;
  const newest = heard && (heard.nodes[0]?.id ?? 'none');
  const known = useRef(newest);
  useEffect(() => {
    if (known.current !== undefined && newest !== known.current) refetch().catch(() => undefined); // the error is shown
    known.current = newest;
  }, [newest, refetch]);
  const driven = data?.me?.driver?.booking;
  const booked = data?.me?.taxiBookings?.nodes;
  return {
    isMember,
    orders: data?.me?.orders?.nodes,
    rides: booked && [...(driven ? [driven] : []), ...booked],
    error,
    refetch,
  };
}
