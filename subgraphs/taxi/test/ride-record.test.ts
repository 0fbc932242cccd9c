import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../src/domain/booking-view.ts';
import { entryOf } from '../src/domain/ride-history.ts';
import { emptyRecord, project, type RideFact } from '../src/domain/ride-record.ts';
import { anyRide, cityHall, gangnamStation, rideOf, someone } from './rides.ts';

const entryAfter = (facts: readonly RideFact[]) => entryOf(facts.reduce(project, emptyRecord(someone)));

describe('a ride is remembered', () => {
  test('from its request to its payment (T10)', () => {
    expect(entryAfter(rideOf(['DispatchBegan', 'Dispatched', 'Boarded', 'Billed', 'Paid']).facts)).toEqual({
      bookingId: someone.bookingId,
      bookingStatus: 'COMPLETED',
      dispatchStatus: 'DONE',
      pickup: cityHall,
      dropoff: gangnamStation,
      driver: { member: { id: someone.driverId }, plate: '서울 31 바 1234', phone: '010-1234-5678' },
      fare: 14_300,
      paymentStatus: 'CAPTURED',
      requestedAt: '2026-01-05T08:00:00.000Z',
      updatedAt: '2026-01-05T08:00:05.000Z',
    });
  });

  const dispatched = ['DispatchBegan', 'Dispatched'] as const;
  const billed = [...dispatched, 'Boarded', 'Billed'] as const;
  test.each([
    { after: [], shown: ['REQUESTED', 'SEARCHING', 'NOT_DUE', 13_900] },
    { after: ['DispatchBegan'], shown: ['DISPATCHING', 'SEARCHING', 'NOT_DUE', 13_900] },
    { after: dispatched, shown: ['DISPATCHED', 'ON_THE_WAY', 'NOT_DUE', 13_900] },
    { after: [...dispatched, 'Boarded'], shown: ['IN_RIDE', 'DRIVING', 'NOT_DUE', 13_900] },
    { after: billed, shown: ['IN_RIDE', 'DONE', 'DUE', 14_300] },
    { after: [...billed, 'PaymentFailed'], shown: ['IN_RIDE', 'DONE', 'REFUSED', 14_300] },
    { after: [...billed, 'PaymentFailed', 'Paid'], shown: ['COMPLETED', 'DONE', 'CAPTURED', 14_300] },
    { after: ['CancelRequested'], shown: ['CANCEL_REQUESTED', 'SEARCHING', 'NOT_DUE', 13_900] },
    { after: [...dispatched, 'CancelRequested'], shown: ['CANCEL_REQUESTED', 'ON_THE_WAY', 'NOT_DUE', 13_900] },
    {
      after: [...dispatched, 'CancelRequested', 'CancelledByCustomer'],
      shown: ['CANCELLED_BY_CUSTOMER', 'NONE', 'NOT_DUE', 13_900],
    },
    { after: ['CancelledBySystem'], shown: ['CANCELLED_BY_SYSTEM', 'NONE', 'NOT_DUE', 13_900] },
  ] as const)('after $after as $shown', ({ after, shown }) => {
    const entry = entryAfter(rideOf(after).facts);
    expect([entry?.bookingStatus, entry?.dispatchStatus, entry?.paymentStatus, entry?.fare]).toEqual(shown);
  });

  test('with its driver also when the dispatch is heard of before the request, and is shown after that', () => {
    const [request, ...rest] = rideOf(['DispatchBegan', 'Dispatched']).facts;
    expect(entryAfter(rest)).toBeNull();
    expect(entryAfter([...rest, ...(request ? [request] : [])])).toMatchObject({
      bookingStatus: 'DISPATCHED',
      pickup: cityHall,
      driver: { plate: '서울 31 바 1234' },
    });
  });
});

describe('whatever becomes of a ride', () => {
  const told = anyRide.chain(({ booking, facts }) => {
    const twice = [...facts, ...facts];
    return fc.record({
      booking: fc.constant(booking),
      inOrder: fc.constant(facts),
      anyhow: fc.shuffledSubarray(twice, { minLength: twice.length }),
    });
  });
  const property = (check: (ride: typeof told extends fc.Arbitrary<infer Told> ? Told : never) => void) =>
    fc.assert(fc.property(told, check), { numRuns: 2_000 });

  test('the same facts make the same record, in any order, and told twice', () => {
    property(({ inOrder, anyhow }) => {
      expect(anyhow.reduce(project, emptyRecord(someone))).toEqual(inOrder.reduce(project, emptyRecord(someone)));
    });
  });
  test('what is remembered of it is what the booking says', () => {
    property(({ booking, anyhow }) => {
      const view = viewOf(booking);
      expect(entryAfter(anyhow)).toMatchObject({
        bookingStatus: view.status,
        pickup: view.pickup,
        dropoff: view.dropoff,
        fare: view.bill?.fare ?? view.estimate.fare,
        driver: view.driverId === null ? null : { member: { id: view.driverId }, plate: view.plate, phone: view.phone },
        requestedAt: view.requestedAt,
      });
      expect(entryAfter(anyhow)?.paymentStatus === 'CAPTURED').toBe(view.status === 'COMPLETED');
    });
  });
});
