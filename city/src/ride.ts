import { setTimeout as wait } from 'node:timers/promises';
import { change, follow, orClosing, type Person } from './person.ts';
import type { Place } from './places.ts';
import type { Plan } from './plans.ts';
import { won } from './won.ts';

type Booking = {
  readonly id: string;
  readonly status: string;
  readonly bill: { readonly fare: number } | null;
  readonly driver: { readonly plate: string } | null;
};
type Circumstances = { readonly at: Place; readonly paymentMethodId: string };

const fields = 'id status bill { fare } driver { plate }';
/** What a cancelled booking takes at most to settle, in real seconds. */
const settling = 5;

/** Calls a taxi and follows it to its end; true when the member arrived. */
export async function takeRide(
  person: Person,
  { to, cancelAfterSeconds }: Extract<Plan, { kind: 'ride' }>,
  { at, paymentMethodId }: Circumstances,
): Promise<boolean> {
  const requested = await change<{ booking: Booking | null }>(
    person,
    'requestTaxi',
    { pickup: at, dropoff: to, paymentMethodId, idempotencyKey: crypto.randomUUID() },
    `booking { ${fields} }`,
    'code message retryAfterSeconds',
  );
  const [refusal] = requested?.userErrors ?? [];
  if (refusal?.code === 'ALREADY_BOOKED') return resume(person);
  if (!requested?.booking) {
    await person.rest(refusal?.retryAfterSeconds ?? 5);
    return false;
  }
  person.say(`calls a taxi: ${at.name} → ${to.name}`);
  return followRide(person, requested.booking, cancelAfterSeconds);
}

/** An earlier run of the city may have left a booking behind, or an answer may have been lost. */
async function resume(person: Person): Promise<boolean> {
  type Me = { me: { taxiBookings: { nodes: readonly Booking[] } | null } | null };
  const found = await person.graph.ask<Me>(`{ me { taxiBookings(first: 1) { nodes { ${fields} } } } }`);
  const [booking] = found?.me?.taxiBookings?.nodes ?? [];
  return booking !== undefined && followRide(person, booking, null);
}

async function followRide(person: Person, first: Booking, cancelAfterSeconds: number | null): Promise<boolean> {
  const { count, say } = person;
  let last = first;
  let stopMap: (() => void) | undefined;

  const see = (booking: Booking): 'goes on' | 'over' => {
    if (booking.status !== last.status) say(`sees ${booking.status}${detailOf(booking)}`);
    last = booking;
    count({ kind: 'booking', id: booking.id, status: booking.status, fare: booking.bill?.fare ?? null });
    if (booking.driver) stopMap ??= watchCar(person, booking.id);
    return isOver(booking) ? 'over' : 'goes on';
  };
  see(first);
  const ride = follow<{ taxiBookingChanged: Booking | null }>(
    person,
    `subscription ($id: ID!) { taxiBookingChanged(bookingId: $id) { ${fields} } }`,
    { id: first.id },
    ({ taxiBookingChanged }) => (taxiBookingChanged ? see(taxiBookingChanged) : 'goes on'),
  );
  const cancel = async (): Promise<void> => {
    type Cancelled = { booking: Booking | null };
    const cancelled = await change<Cancelled>(person, 'cancelTaxi', { bookingId: first.id }, `booking { ${fields} }`);
    if (cancelled?.booking) say(`does not want the taxi any more`);
  };
  try {
    if (cancelAfterSeconds !== null) await Promise.race([ride.over, person.pause(cancelAfterSeconds)]);
    if (cancelAfterSeconds !== null && !isOver(last)) await cancel();
    await orClosing(person, ride.over);
    return last.status === 'COMPLETED';
  } finally {
    if (!isOver(last)) {
      if (last.status !== 'IN_RIDE') await cancel();
      await Promise.race([ride.over, wait(settling * 1000, undefined, { ref: false })]);
    }
    ride.stop();
    stopMap?.();
  }
}

const isOver = ({ status }: Booking): boolean => status === 'COMPLETED' || status.startsWith('CANCELLED');

const detailOf = ({ bill, driver }: Booking): string => {
  if (bill) return ` (${won(bill.fare)})`;
  return driver ? ` (${driver.plate})` : '';
};

/** The car on the customer's map. */
const watchCar = ({ graph, count }: Person, id: string): (() => void) =>
  graph.watch<{ taxiPosition: object | null }>(
    'subscription ($id: ID!) { taxiPosition(bookingId: $id) { latitude longitude } }',
    { id },
    ({ taxiPosition }) => {
      if (taxiPosition) count({ kind: 'position' });
    },
  ).stop;
