import { useQuery, useSubscription } from '@apollo/client/react';
import { OrderChangedDocument, OrderDocument, type OrderShownFragment } from './order.gen.ts';

/** Nothing more will happen to it, but a refund that is under way. */
export const isSettled = ({ status, progress }: OrderShownFragment): boolean =>
  status === 'COMPLETED' || (status === 'CANCELLED' && progress.paymentStatus !== 'CAPTURED');

/** An order as it is now, and as it changes. The events write into the cache, from which the query tells them on. */
export function useLiveOrder(id: string) {
  const { data, loading, error, refetch } = useQuery(OrderDocument, { variables: { id } });
  const order = data?.order;
  const live = useSubscription(OrderChangedDocument, { variables: { id }, skip: !order || isSettled(order) });
  return { order, loading, error: error ?? live.error, refetch };
}
