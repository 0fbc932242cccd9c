import { useQuery, useSubscription } from '@apollo/client/react';
import { TaxiBookingChangedDocument, TaxiBookingDocument, TaxiPositionDocument } from './booking.gen.ts';
import { isOver } from './use-my-taxi.ts';

/**
 * A booking as it is now and as it changes, and where its car is from dispatch to the end of the ride. The events write into the
 * cache, from which the query tells them on.
 */
export function useLiveBooking(id: string) {
  const { data, loading, error, refetch } = useQuery(TaxiBookingDocument, { variables: { id } });
  const booking = data?.taxiBooking;
  const live = useSubscription(TaxiBookingChangedDocument, { variables: { id }, skip: !booking || isOver(booking) });
  const hasCar = booking?.driver != null && !isOver(booking) && booking.bill === null;
  const position = useSubscription(TaxiPositionDocument, { variables: { id }, skip: !hasCar });
  const car = (hasCar && position.data?.taxiPosition) || undefined;
  return { booking, car, loading, error: error ?? live.error, refetch };
}
