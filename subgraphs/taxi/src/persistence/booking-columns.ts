import { won } from '@moa/money';
import type { Assignment, Bill, Booking } from '../domain/booking.ts';
import type { BookingRow, StoredBill } from './booking-row.ts';

/** What a booking leaves in its row beside the request, which never changes but for the places. */
export const columnsOf = (booking: Booking) => {
  const assignment = 'assignment' in booking ? booking.assignment : null;
  const bill = 'bill' in booking ? booking.bill : null;
  return {
    version: booking.version,
    status: booking.status,
    pickup: booking.pickup,
    dropoff: booking.dropoff,
    driverId: assignment?.driverId ?? null,
    plate: assignment?.plate ?? null,
    phone: assignment?.phone ?? null,
    dispatchedAt: assignment?.dispatchedAt ?? null,
    arrivesAt: assignment?.arrivesAt ?? null,
    startedAt: 'startedAt' in booking ? booking.startedAt : null,
    bill: bill && { ...bill, endedAt: bill.endedAt.toISOString() },
    paymentFailure: booking.status === 'IN_RIDE' ? booking.paymentFailure : null,
    paymentId: booking.status === 'COMPLETED' ? booking.paymentId : null,
    completedAt: booking.status === 'COMPLETED' ? booking.completedAt : null,
    cancelRequestedAt: booking.status === 'CANCEL_REQUESTED' ? booking.cancelRequestedAt : null,
    cancelledAt: 'cancelledAt' in booking ? booking.cancelledAt : null,
    reason: booking.status === 'CANCELLED_BY_SYSTEM' ? booking.reason : null,
  };
};

/** @throws when the row contradicts itself */
export function toBooking(row: BookingRow): Booking {
  const { id, version, customerId, pickup, dropoff, district, estimate, requestedAt, answerBy } = row;
  const request = {
    id,
    version,
    customerId,
    pickup,
    dropoff,
    district,
    estimate: { ...estimate, fare: won(estimate.fare) },
    paymentMethodId: row.paymentMethodId ?? null,
    requestedAt,
    answerBy,
  };
  const assignment = assignmentOf(row);
  const bill = row.bill ? billOf(row.bill) : null;
  const { status, startedAt, paymentId, completedAt, cancelRequestedAt, cancelledAt, reason } = row;
  switch (status) {
    case 'REQUESTED':
    case 'DISPATCHING':
      return { ...request, status };
    case 'DISPATCHED':
      if (assignment) return { ...request, status, assignment };
      break;
    case 'IN_RIDE':
      if (assignment && startedAt) {
        return { ...request, status, assignment, startedAt, bill, paymentFailure: row.paymentFailure ?? null };
      }
      break;
    case 'COMPLETED':
      if (assignment && startedAt && bill && paymentId && completedAt) {
        return { ...request, status, assignment, startedAt, bill, paymentId, completedAt };
      }
      break;
    case 'CANCEL_REQUESTED':
      if (cancelRequestedAt) return { ...request, status, assignment, cancelRequestedAt };
      break;
    case 'CANCELLED_BY_CUSTOMER':
      if (cancelledAt) return { ...request, status, assignment, cancelledAt };
      break;
    case 'CANCELLED_BY_SYSTEM':
      if (cancelledAt && reason) return { ...request, status, reason, cancelledAt };
  }
  throw new Error(`The row of the booking ${id} contradicts itself: it is ${status}, without what belongs to that.`);
}

function assignmentOf({ driverId, plate, phone, dispatchedAt, arrivesAt }: BookingRow): Assignment | null {
  if (driverId == null || plate == null || phone == null || !dispatchedAt || !arrivesAt) return null;
  return { driverId, plate, phone, dispatchedAt, arrivesAt };
}

const billOf = (stored: StoredBill): Bill => ({
  ...stored,
  fare: won(stored.fare),
  endedAt: new Date(stored.endedAt),
});
