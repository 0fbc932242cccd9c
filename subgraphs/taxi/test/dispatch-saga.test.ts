import { won } from '@moa/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAnswer } from '../src/domain/answer.ts';
import type { Assignment, Booking } from '../src/domain/booking.ts';
import { decideCancelTaxi } from '../src/domain/cancel.ts';
import { type DispatchEvent, dispatch } from '../src/domain/dispatch.ts';
import { evolve } from '../src/domain/evolve.ts';
import type { Offer } from '../src/domain/offer.ts';

const at = new Date('2026-03-02T09:00:00Z');
const spot = { name: '', latitude: 37.5, longitude: 127 };
const request = {
  id: 'booking',
  version: 1,
  customerId: 'customer',
  pickup: spot,
  dropoff: spot,
  district: '11010',
  estimate: { fare: won(4_800), distanceMeters: 1_000, durationSeconds: 200, pickupSeconds: null },
  paymentMethodId: null,
  requestedAt: at,
  answerBy: at,
};
const assignment: Assignment = { driverId: 'kim', plate: '1', phone: '2', dispatchedAt: at, arrivesAt: at };
const asked: Booking = { ...request, status: 'REQUESTED' };
const bookings: readonly Booking[] = [
  asked,
  { ...request, status: 'DISPATCHING' },
  { ...request, status: 'DISPATCHED', assignment },
  { ...request, status: 'IN_RIDE', assignment, startedAt: at, bill: null, paymentFailure: null },
  { ...request, status: 'CANCEL_REQUESTED', assignment: null, cancelRequestedAt: at },
  { ...request, status: 'CANCEL_REQUESTED', assignment, cancelRequestedAt: at },
  { ...request, status: 'CANCELLED_BY_CUSTOMER', assignment: null, cancelledAt: at },
  { ...request, status: 'CANCELLED_BY_SYSTEM', reason: 'NO_CAR', cancelledAt: at },
];
const events: readonly DispatchEvent[] = [
  { type: 'Offered', at },
  { type: 'NotTaken' },
  { type: 'Accepted', assignment },
  { type: 'NoCarFree', at, reason: 'NO_CAR' },
  { type: 'TimeIsUp', at, reason: 'NOT_ANSWERED' },
  { type: 'CancelAsked', at },
  { type: 'CancelSettled', at },
];

/** The booking after an event, and what else is to be done. */
function happened(booking: Booking, event: DispatchEvent): { readonly booking: Booking; readonly effects: string[] } {
  const step = dispatch.next(booking.status, booking, event);
  if (!step) return { booking, effects: [] };
  const after = step.commands.reduce(
    (now, command) => ('change' in command ? evolve(now, command.change) : now),
    booking,
  );
  expect(after.status).toBe(step.to);
  return { booking: after, effects: step.commands.flatMap((command) => ('effect' in command ? [command.effect] : [])) };
}

test('every step that the table allows brings the booking where the table says', () => {
  for (const booking of bookings) for (const event of events) happened(booking, event);
});

test('whatever happens, whoever was asked or was on the way is let go in the end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (story) => {
      let booking: Booking = asked;
      for (const event of story) {
        const next = happened(booking, event);
        // What was decided once stays: an end has no end.
        if (booking.status.startsWith('CANCELLED')) expect(next.booking).toBe(booking);
        if (next.booking.status === 'CANCELLED_BY_CUSTOMER' && next.booking !== booking) {
          expect(next.effects).toEqual([next.booking.assignment ? 'FreeDriver' : 'WithdrawOffer']);
        }
        if (event.type === 'TimeIsUp' && next.booking !== booking && booking.status === 'DISPATCHING') {
          expect(next.effects).toEqual(['WithdrawOffer']);
        }
        booking = next.booking;
      }
    }),
  );
});

const offer: Offer = {
  id: 'offer',
  bookingId: 'booking',
  driverId: 'kim',
  status: 'OPEN',
  pickupMeters: 300,
  pickupSeconds: 90,
  madeAt: at,
  expiresAt: new Date(at.getTime() + 10_000),
};
const searching: Booking = { ...request, status: 'DISPATCHING' };

test.each([
  ['in time', {}, {}, 9_999, 'new'],
  ['at the end of the time', {}, {}, 10_000, 'OFFER_EXPIRED'],
  ['while clocks differ a little', {}, {}, -5_000, 'new'],
  ['of a clock that ran ahead', {}, {}, -5_001, 'OFFER_EXPIRED'],
  ['when the customer is about to cancel', {}, bookings[4], 0, 'OFFER_WITHDRAWN'],
  ['again', { status: 'ACCEPTED' }, bookings[2], 20_000, 'repeated'],
  ['after declining', { status: 'DECLINED' }, {}, 0, 'OFFER_ALREADY_ANSWERED'],
  ['after it was noted that the time is over', { status: 'EXPIRED' }, {}, 0, 'OFFER_EXPIRED'],
  ['after the customer was gone', { status: 'WITHDRAWN' }, {}, 0, 'OFFER_WITHDRAWN'],
] as const)('accepting %s', (_when, offerNow, bookingNow, afterMs, expected) => {
  const answer = decideAnswer('ACCEPTED', {
    offer: { ...offer, ...offerNow },
    booking: { ...searching, ...bookingNow } as Booking, // a state of the list above, whole
    now: new Date(at.getTime() + afterMs),
  });
  expect(answer.kind === 'done' ? answer.value : answer.refusals[0]?.code).toBe(expected);
});

test('cancelling: until boarding, and again', () => {
  const decided = bookings.map((booking) => {
    const decision = decideCancelTaxi(booking);
    return decision.kind === 'done' ? decision.value : decision.refusals[0]?.code;
  });
  expect(decided).toEqual([
    'new',
    'new',
    'new',
    'RIDE_HAS_BEGUN',
    'repeated',
    'repeated',
    'repeated',
    'BOOKING_HAS_ENDED',
  ]);
});
