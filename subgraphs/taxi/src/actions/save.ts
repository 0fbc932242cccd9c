import type { EntityManager } from '@mikro-orm/postgresql';
import { type Message, send } from '@moa/outbox';
import { isForgotten } from '@moa/subgraph';
import { type Booking, hasEnded, needsCar, type TaxiFact } from '../domain/booking.ts';
import type { BookingChange } from '../domain/booking-change.ts';
import { type BookingView, viewOf } from '../domain/booking-view.ts';
import { withoutCar, withoutPlaces } from '../domain/erase.ts';
import { evolve } from '../domain/evolve.ts';
import { factsOf } from '../domain/facts.ts';
import { driverIdOf } from '../domain/ride.ts';
import { updateBooking } from '../persistence/bookings.ts';
import { bookingChannel, positionChannel } from './channels.ts';

export const liveView = (view: BookingView): Message => ({
  kind: 'live',
  channel: bookingChannel(view.id),
  payload: view,
});

/** Stores what became of a locked booking, with its facts and its live entries: all or nothing. */
export async function save(
  em: EntityManager,
  booking: Booking,
  { changes }: { readonly changes: readonly BookingChange[] },
): Promise<BookingView> {
  if (changes.length === 0) return viewOf(booking);
  const facts: TaxiFact[] = [];
  let evolved = booking;
  for (const change of changes) {
    evolved = evolve(evolved, change);
    facts.push(...factsOf(evolved, change));
  }
  const after = await withoutNeedless(em, evolved);
  await updateBooking(em, booking, after);
  const view = viewOf(after);
  await send(em, [
    ...facts.map((fact) => ({ kind: 'fact', fact }) as const),
    liveView(view),
    ...(needsCar(booking) && !needsCar(after) ? [positionsEnd(after)] : []),
  ]);
  return view;
}

/** Whoever follows the car is let go. */
const positionsEnd = ({ id }: Booking): Message => ({
  kind: 'live',
  channel: positionChannel(id),
  payload: { ended: true },
});

/** Only while a booking is under way do places and car outlive the account of the member whose they are. */
async function withoutNeedless(em: EntityManager, booking: Booking): Promise<Booking> {
  if (!hasEnded(booking)) return booking;
  const driverId = driverIdOf(booking);
  const after = (await isForgotten(em, booking.customerId)) ? withoutPlaces(booking) : booking;
  return driverId !== null && (await isForgotten(em, driverId)) ? withoutCar(after) : after;
}
