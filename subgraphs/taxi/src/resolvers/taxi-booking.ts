import type { BookingView } from '../domain/booking-view.ts';
import { districtOf } from '../domain/city.ts';
import { retryAfterSeconds } from '../domain/supply.ts';
import type { GraphContext } from './context.ts';
import type { TaxiBookingResolvers } from './schema.gen.ts';

/** When asking again makes sense where nothing better is known. */
const usualRetrySeconds = 30;

export const TaxiBooking: TaxiBookingResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.booking.load(id),
  customer: ({ customerId }) => ({ id: customerId }),
  estimate: ({ estimate, pickup, dropoff }) => ({ ...estimate, pickup, dropoff }),
  driver: ({ driverId, plate, phone }) =>
    driverId === null || plate === null || phone === null ? null : { member: { id: driverId }, plate, phone },
  payment: ({ paymentId }) => (paymentId === null ? null : { id: paymentId }),
  cancellation: async (view, _arguments, context) => {
    switch (view.reason) {
      case null:
        return null;
      case 'CUSTOMER':
        return {
          reason: view.reason,
          message: '고객이 호출을 취소했습니다. The customer cancelled the booking.',
          retryAfterSeconds: null,
        };
      case 'NO_CAR':
        return {
          reason: view.reason,
          message:
            '지금은 주변에 빈 차가 없습니다. 잠시 후 다시 호출해 주세요. No car is free around there just now; try again in a moment.',
          retryAfterSeconds: await retryIn(view, context),
        };
      case 'NOT_ANSWERED':
        return {
          reason: view.reason,
          message:
            '호출을 수락한 기사가 없습니다. 잠시 후 다시 호출해 주세요. No driver took the ride; try again in a moment.',
          retryAfterSeconds: await retryIn(view, context),
        };
    }
  },
};

/** As long as the district of the pick-up takes no bookings, if it does not. */
async function retryIn({ pickup }: BookingView, { loaders, clock }: GraphContext): Promise<number> {
  const district = districtOf(pickup);
  const breaker = district && (await loaders.supplyBreaker.load(district.code));
  return retryAfterSeconds(breaker, clock()) ?? usualRetrySeconds;
}
