import type { DriverErrorCode, RideErrorCode, RideOfferErrorCode } from './drive.gen.ts';
import type { Refusals } from './refusals.ts';

export const driverRefusals: Refusals<DriverErrorCode> = {
  ko: {
    NOT_A_DRIVER: '택시 기사만 할 수 있어요.',
    NOT_REGISTERED: '먼저 기사로 등록해 주세요.',
    PLATE_INVALID: '차량 번호는 20자까지이고 숫자가 있어야 해요. 예: 서울 31 바 1234',
    PHONE_INVALID: '전화번호는 숫자 8개에서 15개예요. 예: 010-1234-5678',
    COORDINATES_INVALID: '이런 곳은 없어요. 지도에서 다시 골라 주세요.',
    OUTSIDE_SERVICE_AREA: '모아 택시가 다니지 않는 곳이에요.',
    OFFLINE: '먼저 근무를 시작해 주세요.',
  },
  en: {
    NOT_A_DRIVER: 'Only taxi drivers can do this.',
    NOT_REGISTERED: 'Please register as a driver first.',
    PLATE_INVALID: 'A plate has up to 20 characters with a digit among them, such as 서울 31 바 1234.',
    PHONE_INVALID: 'A phone number has 8 to 15 digits, such as 010-1234-5678.',
    COORDINATES_INVALID: 'There is no such place. Please choose it on the map again.',
    OUTSIDE_SERVICE_AREA: 'Moa’s taxis do not go there.',
    OFFLINE: 'Please begin your shift first.',
  },
};

export const offerRefusals: Refusals<RideOfferErrorCode> = {
  ko: {
    OFFER_NOT_FOUND: '이런 콜이 없어요.',
    OFFER_EXPIRED: '답할 시간이 지났어요.',
    OFFER_ALREADY_ANSWERED: '이미 답한 콜이에요.',
    OFFER_WITHDRAWN: '손님이 호출을 취소했어요.',
  },
  en: {
    OFFER_NOT_FOUND: 'There is no such offer.',
    OFFER_EXPIRED: 'The time to answer is over.',
    OFFER_ALREADY_ANSWERED: 'You have answered it already.',
    OFFER_WITHDRAWN: 'The passenger cancelled.',
  },
};

export const rideRefusals: Refusals<RideErrorCode> = {
  ko: {
    BOOKING_NOT_FOUND: '이런 운행이 없어요.',
    NOT_DISPATCHED: '손님이 취소했거나 배차되지 않은 호출이에요.',
    NOT_IN_RIDE: '손님이 타고 있지 않아요.',
    PAYMENT_REFUSED: '손님의 결제가 거절되었어요. 잠시 뒤에 다시 요청해 주세요.',
    PAYMENT_PENDING: '결제되었는지 아직 몰라요. 저절로 알게 되고, 다시 요청해도 한 번만 결제돼요.',
    PAYMENT_UNAVAILABLE: '지금은 결제할 수 없어요. 잠시 뒤에 다시 요청해 주세요.',
  },
  en: {
    BOOKING_NOT_FOUND: 'There is no such ride.',
    NOT_DISPATCHED: 'It was cancelled, or is not yours.',
    NOT_IN_RIDE: 'The passenger is not in the car.',
    PAYMENT_REFUSED: 'The passenger’s payment was refused. Please ask for it again in a moment.',
    PAYMENT_PENDING: 'Whether it was paid is not known yet. It will show; asking again is safe, it is paid once.',
    PAYMENT_UNAVAILABLE: 'Payments can not be made just now. Please ask again in a moment.',
  },
};
