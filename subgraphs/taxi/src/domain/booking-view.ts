import type { Bill, Booking, BookingStatus, Estimate, NoDriverReason, PaymentFailure } from './booking.ts';
import type { Place } from './point.ts';

/** A booking as its people see it. It is also sent as JSON, so moments are RFC 3339 text. */
export type BookingView = {
  readonly id: string;
  /** The booking's version. */
  readonly revision: number;
  readonly status: BookingStatus;
  readonly customerId: string;
  readonly pickup: Place;
  readonly dropoff: Place;
  readonly estimate: Estimate;
  readonly driverId: string | null;
  readonly plate: string | null;
  readonly phone: string | null;
  readonly arrivesAt: string | null;
  readonly bill: (Omit<Bill, 'endedAt' | 'alighting'> & { readonly endedAt: string }) | null;
  readonly paymentId: string | null;
  readonly paymentFailure: PaymentFailure | null;
  readonly reason: NoDriverReason | 'CUSTOMER' | null;
  readonly requestedAt: string;
  readonly dispatchedAt: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly cancelledAt: string | null;
};

export function viewOf(booking: Booking): BookingView {
  const assignment = 'assignment' in booking ? booking.assignment : null;
  const bill = 'bill' in booking ? booking.bill : null;
  return {
    id: booking.id,
    revision: booking.version,
    status: booking.status,
    customerId: booking.customerId,
    pickup: booking.pickup,
    dropoff: booking.dropoff,
    estimate: booking.estimate,
    driverId: assignment?.driverId ?? null,
    plate: assignment?.plate ?? null,
    phone: assignment?.phone ?? null,
    arrivesAt: text(assignment?.arrivesAt),
    bill: bill && {
      fare: bill.fare,
      distanceMeters: bill.distanceMeters,
      durationSeconds: bill.durationSeconds,
      surchargePercent: bill.surchargePercent,
      endedAt: bill.endedAt.toISOString(),
    },
    paymentId: booking.status === 'COMPLETED' ? booking.paymentId : null,
    paymentFailure: booking.status === 'IN_RIDE' ? booking.paymentFailure : null,
    reason: reasonOf(booking),
    requestedAt: booking.requestedAt.toISOString(),
    dispatchedAt: text(assignment?.dispatchedAt),
    startedAt: text('startedAt' in booking ? booking.startedAt : null),
    completedAt: text(booking.status === 'COMPLETED' ? booking.completedAt : null),
    cancelledAt: text('cancelledAt' in booking ? booking.cancelledAt : null),
  };
}

function reasonOf(booking: Booking): BookingView['reason'] {
  if (booking.status === 'CANCELLED_BY_SYSTEM') return booking.reason;
  return booking.status === 'CANCELLED_BY_CUSTOMER' ? 'CUSTOMER' : null;
}

const text = (moment: Date | null | undefined): string | null => moment?.toISOString() ?? null;
