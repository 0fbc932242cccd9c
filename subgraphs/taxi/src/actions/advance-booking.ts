import type { EntityManager } from '@mikro-orm/postgresql';
import { type Message, send } from '@moa/outbox';
import type { Booking } from '../domain/booking.ts';
import type { BookingChange } from '../domain/booking-change.ts';
import type { BookingView } from '../domain/booking-view.ts';
import { type DispatchEffect, type DispatchEvent, dispatch } from '../domain/dispatch.ts';
import { freed } from '../domain/drive.ts';
import { lockDriver } from '../persistence/drivers.ts';
import { lockOpenOffer } from '../persistence/offers.ts';
import { closeBreaker, countFailure } from '../persistence/supply.ts';
import { endOffer } from './end-offer.ts';
import { moveDriver } from './move-driver.ts';
import { save } from './save.ts';

/**
 * Takes a locked booking one step on in the dispatch saga, with all that follows from it: all or nothing. Null when the
 * event has nothing to say in the booking's state.
 */
export async function advanceBooking(
  em: EntityManager,
  booking: Booking,
  event: DispatchEvent,
  now: Date,
): Promise<BookingView | null> {
  const step = dispatch.next(booking.status, booking, event);
  if (!step) return null;
  const changes: BookingChange[] = [];
  for (const command of step.commands) {
    if ('change' in command) changes.push(command.change);
    else await carryOut(em, booking, command.effect, now);
  }
  return save(em, booking, { changes });
}

async function carryOut(em: EntityManager, booking: Booking, effect: DispatchEffect, now: Date): Promise<void> {
  switch (effect) {
    case 'Search':
      return send(em, [dispatchTaxiJob(booking.id)]);
    case 'Settle':
      return send(em, [{ kind: 'job', name: 'settleCancellation', data: { bookingId: booking.id } }]);
    case 'WithdrawOffer':
      return withdrawOffer(em, booking);
    case 'FreeDriver':
      return freeDriver(em, booking);
    case 'OpenSupplyBreaker':
      return countFailure(em, booking.district, now);
    case 'CloseSupplyBreaker':
      return closeBreaker(em, booking.district);
  }
}

export const dispatchTaxiJob = (bookingId: string, delayMs = 0): Message => ({
  kind: 'job',
  name: 'dispatchTaxi',
  data: { bookingId },
  delayMs,
});

async function withdrawOffer(em: EntityManager, booking: Booking): Promise<void> {
  const offer = await lockOpenOffer(em, booking.id);
  const driver = offer && (await lockDriver(em, offer.driverId));
  if (driver) await endOffer(em, { booking, offer, driver }, { status: 'WITHDRAWN', after: freed(driver) });
}

async function freeDriver(em: EntityManager, booking: Booking): Promise<void> {
  const driverId = 'assignment' in booking ? booking.assignment?.driverId : undefined;
  const driver = driverId === undefined ? null : await lockDriver(em, driverId);
  if (driver) await moveDriver(em, driver, freed(driver));
}
