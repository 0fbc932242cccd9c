import type { Booking, BookingIn } from './booking.ts';
import type { BookingChange } from './booking-change.ts';

/**
 * The booking after a change. What it means was decided before; here it only happens.
 * @throws when the change can't follow on this state
 */
export function evolve(booking: Booking, change: BookingChange): Booking {
  const request = { ...requestOf(booking), version: booking.version + 1 };
  switch (change.type) {
    case 'DispatchBegan':
      if (booking.status === 'REQUESTED') return { ...request, status: 'DISPATCHING' };
      break;
    case 'Dispatched':
      if (booking.status === 'DISPATCHING') {
        return { ...request, status: 'DISPATCHED', assignment: change.assignment };
      }
      break;
    case 'Boarded':
      // Also when the customer was about to cancel: who sits in the car rides.
      if ((booking.status === 'DISPATCHED' || booking.status === 'CANCEL_REQUESTED') && booking.assignment) {
        const { assignment } = booking;
        return { ...request, status: 'IN_RIDE', assignment, startedAt: change.at, bill: null, paymentFailure: null };
      }
      break;
    case 'Billed':
      if (booking.status === 'IN_RIDE' && !booking.bill) return { ...inRide(request, booking), bill: change.bill };
      break;
    case 'PaymentFailed':
      if (booking.status === 'IN_RIDE' && booking.bill) {
        return { ...inRide(request, booking), paymentFailure: change.failure };
      }
      break;
    case 'Paid':
      if (booking.status === 'IN_RIDE' && booking.bill) {
        const { assignment, startedAt, bill } = booking;
        const { paymentId, at } = change;
        return { ...request, status: 'COMPLETED', assignment, startedAt, bill, paymentId, completedAt: at };
      }
      break;
    case 'CancelRequested':
      if (booking.status === 'REQUESTED' || booking.status === 'DISPATCHING' || booking.status === 'DISPATCHED') {
        const assignment = booking.status === 'DISPATCHED' ? booking.assignment : null;
        return { ...request, status: 'CANCEL_REQUESTED', assignment, cancelRequestedAt: change.at };
      }
      break;
    case 'CancelledByCustomer':
      if (booking.status === 'CANCEL_REQUESTED') {
        const { assignment } = booking;
        return { ...request, status: 'CANCELLED_BY_CUSTOMER', assignment, cancelledAt: change.at };
      }
      break;
    case 'CancelledBySystem':
      if (booking.status === 'REQUESTED' || booking.status === 'DISPATCHING') {
        return { ...request, status: 'CANCELLED_BY_SYSTEM', reason: change.reason, cancelledAt: change.at };
      }
  }
  throw new Error(`${change.type} can't happen to the booking ${booking.id}: it is ${booking.status}.`);
}

const requestOf = (booking: Booking) => {
  const { id, version, customerId, pickup, dropoff, district, estimate, paymentMethodId, requestedAt, answerBy } =
    booking;
  return { id, version, customerId, pickup, dropoff, district, estimate, paymentMethodId, requestedAt, answerBy };
};

const inRide = (request: ReturnType<typeof requestOf>, booking: BookingIn<'IN_RIDE'>): BookingIn<'IN_RIDE'> => ({
  ...request,
  status: 'IN_RIDE',
  assignment: booking.assignment,
  startedAt: booking.startedAt,
  bill: booking.bill,
  paymentFailure: booking.paymentFailure,
});
