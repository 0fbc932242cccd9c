import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { BookingStatus, Estimate, NoDriverReason, PaymentFailure } from '../domain/booking.ts';
import type { Place, Point } from '../domain/point.ts';

/** A bill as JSON: its moment is RFC 3339 text. */
export type StoredBill = {
  readonly fare: number;
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  readonly surchargePercent: number;
  readonly alighting: Point;
  readonly endedAt: string;
};

export const BookingRow = defineEntity({
  name: 'Booking',
  tableName: 'bookings',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    customerId: p.uuid(),
    status: p.text().$type<BookingStatus>(),
    pickup: p.json().$type<Place>(),
    dropoff: p.json().$type<Place>(),
    district: p.text(),
    estimate: p.json().$type<Estimate>(),
    paymentMethodId: p.uuid().nullable(),
    requestedAt: p.datetime(),
    answerBy: p.datetime(),
    driverId: p.uuid().nullable(),
    plate: p.text().nullable(),
    phone: p.text().nullable(),
    dispatchedAt: p.datetime().nullable(),
    arrivesAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    bill: p.json().$type<StoredBill>().nullable(),
    paymentFailure: p.json().$type<PaymentFailure>().nullable(),
    paymentId: p.uuid().nullable(),
    completedAt: p.datetime().nullable(),
    cancelRequestedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    reason: p.text().$type<NoDriverReason>().nullable(),
    idempotencyKey: p.text(),
    requestHash: p.text(),
  },
});
export type BookingRow = InferEntity<typeof BookingRow>;
