import { billRide } from './bill-ride.ts';
import type { TaxiContext } from './context.ts';
import { type RideEnd, settleFare } from './settle-fare.ts';

/** The customer gets out: bill, payment, and only then the end. Safe to repeat at any point. */
export async function endRide(context: TaxiContext, bookingId: string): Promise<RideEnd> {
  const ride = await billRide(context, bookingId);
  return ride.kind === 'done' ? settleFare(context, ride.value) : { booking: null, userErrors: ride.refusals };
}
