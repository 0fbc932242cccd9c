import type { JobHandlers } from '@moa/outbox';
import { z } from 'zod';
import type { SystemContext } from '../actions/context.ts';
import { dispatchTaxi } from '../actions/dispatch-taxi.ts';
import { expireOffer } from '../actions/expire-offer.ts';
import { placeDriver } from '../actions/place-driver.ts';
import { settleCancellation } from '../actions/settle-cancellation.ts';

const ofBooking = z.object({ bookingId: z.uuid() });
const ofOffer = z.object({ offerId: z.uuid() });
const ofDriver = z.object({ driverId: z.uuid() });

/** The subgraph's own work. `contextFor` is asked anew for each run: what one read must not outlive it. */
export const jobHandlers = (contextFor: () => SystemContext): JobHandlers => ({
  dispatchTaxi: (data) => dispatchTaxi(contextFor(), ofBooking.parse(data).bookingId),
  expireOffer: (data) => expireOffer(contextFor(), ofOffer.parse(data).offerId),
  settleCancellation: (data) => settleCancellation(contextFor(), ofBooking.parse(data).bookingId),
  placeDriver: (data) => placeDriver(contextFor(), ofDriver.parse(data).driverId),
});
