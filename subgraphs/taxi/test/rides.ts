import type { TaxiFact } from '@moa/contracts';
import { won } from '@moa/money';
import fc from 'fast-check';
import type { Booking } from '../src/domain/booking.ts';
import type { BookingChange } from '../src/domain/booking-change.ts';
import { evolve } from '../src/domain/evolve.ts';
import { factsOf, requested } from '../src/domain/facts.ts';
import type { RideFact } from '../src/domain/ride-record.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 5, 8) + second * 1_000);
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const cityHall = { name: '서울시청', latitude: 37.5663, longitude: 126.9779 };
export const gangnamStation = { name: '강남역', latitude: 37.4979, longitude: 127.0276 };

type Who = { readonly bookingId: string; readonly customerId: string; readonly driverId: string };
export const someone: Who = { bookingId: id(100), customerId: id(1), driverId: id(2) };

const asked = ({ bookingId, customerId }: Who): Booking => ({
  id: bookingId,
  version: 1,
  status: 'REQUESTED',
  customerId,
  pickup: cityHall,
  dropoff: gangnamStation,
  district: '11020',
  estimate: { fare: won(13_900), distanceMeters: 10_100, durationSeconds: 1_500, pickupSeconds: 120 },
  paymentMethodId: null,
  requestedAt: at(0),
  answerBy: at(50),
});

/** Each thing that could happen next, whether or not it can. */
const changes = (second: number, { driverId }: Who): Record<BookingChange['type'], BookingChange> => ({
  DispatchBegan: { type: 'DispatchBegan', at: at(second) },
  Dispatched: {
    type: 'Dispatched',
    assignment: {
      driverId,
      plate: '서울 31 바 1234',
      phone: '010-1234-5678',
      dispatchedAt: at(second),
      arrivesAt: at(second + 120),
    },
  },
  Boarded: { type: 'Boarded', at: at(second) },
  Billed: {
    type: 'Billed',
    bill: {
      fare: won(14_300),
      distanceMeters: 10_400,
      durationSeconds: 1_800,
      surchargePercent: 0,
      alighting: gangnamStation,
      endedAt: at(second),
    },
  },
  PaymentFailed: { type: 'PaymentFailed', failure: { code: 'CARD_EXPIRED', message: 'The card has expired.' } },
  Paid: { type: 'Paid', paymentId: id(9), at: at(second) },
  CancelRequested: { type: 'CancelRequested', at: at(second) },
  CancelledByCustomer: { type: 'CancelledByCustomer', at: at(second) },
  CancelledBySystem: { type: 'CancelledBySystem', reason: 'NO_CAR', at: at(second) },
});

export type Ride = { readonly booking: Booking; readonly facts: readonly RideFact[] };

/** A booking to which these things happened, and what the ride history hears of it from taxi and from pay, in order. */
export const rideOf = (types: readonly BookingChange['type'][], who = someone): Ride =>
  types.reduce<Ride>((ride, type, index) => happened(ride, changes(index + 1, who)[type], who), {
    booking: asked(who),
    facts: [requested(asked(who))].filter(isHeard),
  });

function happened({ booking, facts }: Ride, change: BookingChange, who: Who): Ride {
  const after = evolve(booking, change);
  const payment = { rideId: who.bookingId, payerId: who.customerId, paymentId: id(9), amount: 14_300 };
  const ofPay: Partial<Record<BookingChange['type'], RideFact>> = {
    PaymentFailed: {
      type: 'RidePaymentRefused',
      version: 2,
      ...payment,
      reason: 'CARD_EXPIRED',
      message: 'The card has expired.',
    },
    Paid: { type: 'RidePaid', version: 40, ...payment },
  };
  const told = factsOf(after, change).filter(isHeard);
  return { booking: after, facts: [...facts, ...told, ...[ofPay[change.type] ?? []].flat()] };
}

const isHeard = (fact: TaxiFact): fact is Exclude<TaxiFact, { type: 'RideOffered' }> => fact.type !== 'RideOffered';

/** All that can happen next, and what it leads to. */
export const nextOf = (ride: Ride): readonly { readonly change: BookingChange; readonly after: Ride }[] =>
  Object.values(changes(ride.booking.version, someone))
    .filter((change) => canHappen(ride.booking, change))
    .map((change) => ({ change, after: happened(ride, change, someone) }));

const canHappen = (booking: Booking, change: BookingChange): boolean => {
  try {
    return Boolean(evolve(booking, change));
  } catch {
    return false;
  }
};

/** Any ride that there can be. */
export const anyRide = fc.array(fc.nat(), { maxLength: 9 }).map((choices) =>
  choices.reduce<Ride>((ride, choice) => {
    const possible = nextOf(ride);
    return possible[choice % possible.length]?.after ?? ride;
  }, rideOf([])),
);
