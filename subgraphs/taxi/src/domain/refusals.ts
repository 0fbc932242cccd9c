import type { Refusal } from '@moa/subgraph';

/** Every reason to refuse a taxi, in words for the people who read it. */
export const requestTaxiRefusals = {
  COORDINATES_INVALID:
    '좌표가 올바르지 않습니다. 위도는 -90~90도, 경도는 -180~180도입니다. There is no such spot: a latitude is -90 to 90 degrees, a longitude -180 to 180.',
  PLACE_NAME_TOO_LONG: '장소 이름은 100자까지입니다. The name of a place has at most 100 characters.',
  OUTSIDE_SERVICE_AREA:
    '서비스 지역이 아닙니다. 서울에서 출발해 서울시청에서 60km 안에 내릴 수 있습니다. Moa has no taxis there: a ride begins in Seoul and ends at most 60 km from its City Hall.',
  SAME_PLACE:
    '출발지와 도착지가 같습니다. 50m 이상 떨어진 곳을 골라 주세요. Pick-up and drop-off are less than 50 metres apart.',
  PAYMENT_METHOD_INVALID: '결제 수단을 골라 주세요. Choose one of your payment methods.',
  ALREADY_BOOKED: '이미 진행 중인 호출이 있습니다. You have a booking already; one at a time.',
  DRIVING: '운행 중에는 택시를 부를 수 없습니다. Finish the ride that you drive before you book one.',
  NO_CAR_FREE:
    '지금은 주변에 빈 차가 없습니다. 잠시 후 다시 호출해 주세요. No car is free around there just now; try again in a moment.',
  IDEMPOTENCY_KEY_INVALID: 'idempotencyKey는 1~100자입니다. An idempotencyKey has 1 to 100 characters.',
  IDEMPOTENCY_KEY_REUSED:
    '같은 키로 다른 호출을 보냈습니다. The key was used before, for another booking; make a new one.',
} as const;
/** `retryAfterSeconds`: with NO_CAR_FREE. */
export type RequestTaxiRefusal = Refusal<keyof typeof requestTaxiRefusals> & { readonly retryAfterSeconds?: number };

export const cancelTaxiRefusals = {
  BOOKING_NOT_FOUND: '호출을 찾을 수 없습니다. There is no such booking of yours.',
  RIDE_HAS_BEGUN: '이미 탑승하여 취소할 수 없습니다. The ride has begun; the booking can no longer be cancelled.',
  BOOKING_HAS_ENDED: '이미 끝난 호출입니다. The booking has ended already.',
} as const;
export type CancelTaxiRefusal = Refusal<keyof typeof cancelTaxiRefusals>;

export const rideOfferRefusals = {
  OFFER_NOT_FOUND: '배차 요청을 찾을 수 없습니다. There is no such offer to you.',
  OFFER_EXPIRED: '응답 시간이 지났습니다. The time to answer is over.',
  OFFER_ALREADY_ANSWERED: '이미 다르게 응답한 배차입니다. The offer was answered before, in the other way.',
  OFFER_WITHDRAWN: '고객이 더 이상 택시를 찾지 않습니다. The customer does not need the car any more.',
} as const;
export type RideOfferRefusal = Refusal<keyof typeof rideOfferRefusals>;
