import type { Refusal } from '@moa/subgraph';

/** Every reason to refuse the driver of a ride, in words for the people who read it. */
export const rideRefusals = {
  BOOKING_NOT_FOUND: '운행을 찾을 수 없습니다. There is no such ride among yours.',
  NOT_DISPATCHED: '배차된 호출이 아닙니다. The booking is not dispatched to you any more.',
  NOT_IN_RIDE: '고객이 탑승하지 않았습니다. The customer is not in the car; start the ride first.',
  PAYMENT_REFUSED:
    '결제가 거절되었습니다. 다른 결제 수단으로 다시 시도해 주세요. The payment was refused; choose another payment method and end the ride again.',
  PAYMENT_PENDING:
    '결제 결과를 확인하고 있습니다. 잠시 후 다시 확인해 주세요. It is not known yet whether the payment came through; ending the ride again is safe.',
  PAYMENT_UNAVAILABLE:
    '지금은 결제할 수 없습니다. 잠시 후 다시 시도해 주세요. Payments cannot be made just now; end the ride again in a moment.',
} as const;
export type RideRefusal = Refusal<keyof typeof rideRefusals>;
