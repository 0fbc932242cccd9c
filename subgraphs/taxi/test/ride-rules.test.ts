import { won } from '@moa/money';
import { describe, expect, test } from 'vitest';
import type { Bill, Booking } from '../src/domain/booking.ts';
import { decideBill, decidePaid, decidePaymentFailed, decideStart } from '../src/domain/ride.ts';

const now = new Date('2026-03-02T03:00:00Z');
const place = { name: '', latitude: 37.5, longitude: 127 };
const request = {
  id: 'ride',
  version: 3,
  customerId: 'lee',
  pickup: place,
  dropoff: place,
  district: '11010',
  estimate: { fare: won(4_800), distanceMeters: 1_000, durationSeconds: 100, pickupSeconds: null },
  paymentMethodId: null,
  requestedAt: now,
  answerBy: now,
};
const assignment = { driverId: 'kim', plate: '1', phone: '2', dispatchedAt: now, arrivesAt: now };
const bill: Bill = {
  fare: won(5_000),
  distanceMeters: 1_000,
  durationSeconds: 100,
  surchargePercent: 0,
  alighting: place,
  endedAt: now,
};
const dearer: Bill = { ...bill, fare: won(9_000) };
const failure = { code: 'DECLINED', message: 'no money' };
const riding = { ...request, status: 'IN_RIDE', assignment, startedAt: now, paymentFailure: null } as const;

const [requested, dispatched, cancelling, cancellingAlone, boarded, billed, failed, completed, cancelled, noCar] = [
  { ...request, status: 'REQUESTED' },
  { ...request, status: 'DISPATCHED', assignment },
  { ...request, status: 'CANCEL_REQUESTED', assignment, cancelRequestedAt: now },
  { ...request, status: 'CANCEL_REQUESTED', assignment: null, cancelRequestedAt: now },
  { ...riding, bill: null },
  { ...riding, bill },
  { ...riding, bill, paymentFailure: failure },
  { ...request, status: 'COMPLETED', assignment, startedAt: now, bill, paymentId: 'paid', completedAt: now },
  { ...request, status: 'CANCELLED_BY_CUSTOMER', assignment, cancelledAt: now },
  { ...request, status: 'CANCELLED_BY_SYSTEM', reason: 'NO_CAR', cancelledAt: now },
] as const satisfies readonly Booking[];

describe('a ride', () => {
  test.each([dispatched, cancelling])('begins when the customer is in the car: $status', (booking) => {
    expect(decideStart(booking, now)).toEqual({ kind: 'done', value: [{ type: 'Boarded', at: now }] });
  });
  test.each([boarded, billed, completed])('does not begin twice: $status', (booking) => {
    expect(decideStart(booking, now)).toEqual({ kind: 'done', value: [] });
  });
  test.each([requested, cancellingAlone, cancelled, noCar])('does not begin without a car: $status', (booking) => {
    expect(decideStart(booking, now)).toMatchObject({ kind: 'refused', refusals: [{ code: 'NOT_DISPATCHED' }] });
  });

  test('is billed once, whatever the meter would say later', () => {
    expect(decideBill(boarded, bill)).toEqual([{ type: 'Billed', bill }]);
    for (const booking of [billed, failed, completed, dispatched]) expect(decideBill(booking, dearer)).toEqual([]);
  });

  test('is paid once it is billed, and once only', () => {
    for (const booking of [billed, failed]) {
      expect(decidePaid(booking, 'paid', now)).toEqual([{ type: 'Paid', paymentId: 'paid', at: now }]);
    }
    for (const booking of [requested, dispatched, boarded, completed, cancelled]) {
      expect(decidePaid(booking, 'paid', now)).toEqual([]);
    }
  });

  test('notes why it was not paid, the same reason once', () => {
    expect(decidePaymentFailed(billed, failure)).toEqual([{ type: 'PaymentFailed', failure }]);
    expect(decidePaymentFailed(failed, failure)).toEqual([]);
    const other = { ...failure, code: 'EXPIRED' };
    expect(decidePaymentFailed(failed, other)).toEqual([{ type: 'PaymentFailed', failure: other }]);
    for (const booking of [boarded, completed, cancelled]) expect(decidePaymentFailed(booking, failure)).toEqual([]);
  });
});
