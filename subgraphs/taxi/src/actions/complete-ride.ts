import type { EntityManager } from '@mikro-orm/postgresql';
import type { Booking } from '../domain/booking.ts';
import type { BookingView } from '../domain/booking-view.ts';
import { freed } from '../domain/drive.ts';
import { decidePaid } from '../domain/ride.ts';
import { lockDriver } from '../persistence/drivers.ts';
import { moveDriver } from './move-driver.ts';
import { save } from './save.ts';

/** The fare of a locked ride is paid: the ride is completed, and its driver free for the next one. Again it changes nothing. */
export async function completeRide(
  em: EntityManager,
  booking: Booking,
  { paymentId, now }: { readonly paymentId: string; readonly now: Date },
): Promise<BookingView> {
  const changes = decidePaid(booking, paymentId, now);
  const view = await save(em, booking, { changes });
  if (changes.length > 0 && view.driverId !== null) {
    const driver = await lockDriver(em, view.driverId);
    if (driver?.state === 'BOOKED' && driver.bookingId === booking.id) await moveDriver(em, driver, freed(driver));
  }
  return view;
}
