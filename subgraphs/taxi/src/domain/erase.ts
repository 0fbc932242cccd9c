import type { Booking } from './booking.ts';
import type { Place, Point } from './point.ts';

const nowhere: Point = { latitude: 0, longitude: 0 };
const noPlace: Place = { name: '', ...nowhere };

/** The booking without where its customer went. */
export function withoutPlaces(booking: Booking): Booking {
  const blank = { pickup: noPlace, dropoff: noPlace };
  return booking.status === 'COMPLETED'
    ? { ...booking, ...blank, bill: { ...booking.bill, alighting: nowhere } }
    : { ...booking, ...blank };
}

/** The booking without the car and the phone of its driver. */
export function withoutCar(booking: Booking): Booking {
  switch (booking.status) {
    case 'COMPLETED':
      return { ...booking, assignment: { ...booking.assignment, plate: '', phone: '' } };
    case 'CANCELLED_BY_CUSTOMER':
      return booking.assignment ? { ...booking, assignment: { ...booking.assignment, plate: '', phone: '' } } : booking;
    default:
      return booking;
  }
}
