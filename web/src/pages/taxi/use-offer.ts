import { useSubscription } from '@apollo/client/react';
import {
  DriverShiftDocument,
  type DriverShownFragment,
  RideOfferedDocument,
  type RideOfferShownFragment,
} from './drive.gen.ts';

/** The last offer to this driver, and what became of it. Each event is a reason to see how the driver stands now. */
export function useOffer(status: DriverShownFragment['status']): RideOfferShownFragment | undefined {
  const { data } = useSubscription(RideOfferedDocument, {
    skip: status === 'OFFLINE',
    onData: ({ client }) => {
      client.refetchQueries({ include: [DriverShiftDocument] });
    },
  });
  return data?.rideOffered ?? undefined;
}
