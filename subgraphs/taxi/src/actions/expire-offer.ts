import { isOverdue } from '../domain/answer.ts';
import { freed } from '../domain/drive.ts';
import type { LockBooking } from '../persistence/bookings.ts';
import { advanceBooking } from './advance-booking.ts';
import type { SystemContext } from './context.ts';
import { endOffer } from './end-offer.ts';
import { holdOffer } from './hold-offer.ts';

/** Nobody answered an offer in time: the driver is free, and the next one is asked. Before its time, nothing happens. */
export async function expireOffer(context: SystemContext, offerId: string, lock?: LockBooking): Promise<void> {
  await context.transaction(async (em) => {
    const held = await holdOffer(em, offerId, lock && { lock });
    const now = context.clock(); // after the wait for the locks
    if (held?.offer.status !== 'OPEN' || !isOverdue(held.offer, now)) return;
    await endOffer(em, held, { status: 'EXPIRED', after: freed(held.driver) });
    await advanceBooking(em, held.booking, { type: 'NotTaken' }, now);
  });
}
