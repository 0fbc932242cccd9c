import type { Language } from '../../i18n/language.ts';
import type { CancelTaxiErrorCode } from './booking.gen.ts';
import type { RequestTaxiErrorCode } from './call.gen.ts';

/** What each refusal means to a person: a code without words is a type error. */
export type Refusals<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>;

export const requestTaxiRefusals: Refusals<RequestTaxiErrorCode> = {
  ko: {
    COORDINATES_INVALID: '이런 곳은 없어요. 지도에서 다시 골라 주세요.',
    PLACE_NAME_TOO_LONG: '장소 이름은 100자까지예요.',
    OUTSIDE_SERVICE_AREA: '출발은 서울 안에서, 도착은 서울시청에서 60 km 안에서 골라 주세요.',
    SAME_PLACE: '출발과 도착이 너무 가까워요.',
    PAYMENT_METHOD_INVALID: '이 결제 수단은 쓸 수 없어요.',
    ALREADY_BOOKED: '이미 부른 택시가 있어요.',
    DRIVING: '운행 중에는 택시를 부를 수 없어요.',
    NO_CAR_FREE: '지금은 주변에 빈 차가 없어요.',
    IDEMPOTENCY_KEY_INVALID: '호출이 잘못되었어요. 페이지를 새로 고쳐 주세요.',
    IDEMPOTENCY_KEY_REUSED: '호출이 잘못되었어요. 페이지를 새로 고쳐 주세요.',
  },
  en: {
    COORDINATES_INVALID: 'There is no such place. Please choose it on the map again.',
    PLACE_NAME_TOO_LONG: 'The name of a place has at most 100 characters.',
    OUTSIDE_SERVICE_AREA: 'Please begin in Seoul, and end at most 60 km from its City Hall.',
    SAME_PLACE: 'The two places are too near each other.',
    PAYMENT_METHOD_INVALID: 'This can not be used to pay.',
    ALREADY_BOOKED: 'You have called a taxi already.',
    DRIVING: 'Who drives somebody can not call a taxi.',
    NO_CAR_FREE: 'No car is free around there just now.',
    IDEMPOTENCY_KEY_INVALID: 'The call was not right. Please reload the page.',
    IDEMPOTENCY_KEY_REUSED: 'The call was not right. Please reload the page.',
  },
};

export const cancelTaxiRefusals: Refusals<CancelTaxiErrorCode> = {
  ko: {
    BOOKING_NOT_FOUND: '이런 호출이 없어요.',
    RIDE_HAS_BEGUN: '이미 타고 계셔서 취소할 수 없어요.',
    BOOKING_HAS_ENDED: '이미 끝난 호출이에요.',
  },
  en: {
    BOOKING_NOT_FOUND: 'There is no such booking.',
    RIDE_HAS_BEGUN: 'You are in the car already; it can not be cancelled any more.',
    BOOKING_HAS_ENDED: 'It is over already.',
  },
};
