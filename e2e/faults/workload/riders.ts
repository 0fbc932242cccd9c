import type { Member } from './member.ts';
import { placeAt } from './places.ts';
import type { Shift } from './shift.ts';
import type { Watchers } from './watchers.ts';

const paceMs = 400;
const regretMs = 2_500;

/** Asks for a taxi, sometimes changes their mind, rides, and asks for the next one. */
export async function ride(customer: Member, shift: Shift, watchers: Watchers): Promise<void> {
  const { random } = customer;
  for (let n = random.below(4); !shift.isOver(); n += 1) {
    await shift.untilBusy();
    const key = `${customer.id}-ride-${n}`;
    const input = { pickup: placeAt(n), dropoff: placeAt(n + 1) };
    const changesMind = random.fraction() < 0.25;
    const id = await customer.insist('requestTaxi', input, { key });
    if (id !== undefined) {
      watchers.watch(customer, 'taxiBookingChanged', id);
      if (changesMind) {
        await shift.rest(random.below(regretMs));
        await customer.wish('cancelTaxi', { bookingId: id }, { about: id });
      }
      while (!shift.isOver() && !(await hasEnded(customer, id))) await shift.rest(paceMs);
      if (random.fraction() < 0.2) await customer.wish('requestTaxi', { ...input, idempotencyKey: key }, { key });
    }
    await shift.rest(paceMs);
  }
}

async function hasEnded(customer: Member, id: string): Promise<boolean> {
  const answer = await customer.read<{ taxiBooking: { status: string } | null }>(
    `{ taxiBooking(id: "${id}") { status } }`,
  );
  return /COMPLETED|CANCELLED/.test(answer?.taxiBooking?.status ?? '');
}
