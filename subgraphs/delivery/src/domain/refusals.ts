import type { Refusal } from '@moa/subgraph';

/** Every reason to refuse, in words for the people who read it. */
export const acceptDeliveryRefusals = {
  NOT_A_COURIER: '배달원만 배달을 수락할 수 있습니다. Only couriers can accept a delivery.',
  DELIVERY_NOT_FOUND: '배달을 찾을 수 없습니다. There is no such delivery.',
  DELIVERY_ALREADY_ACCEPTED:
    '다른 배달원이 먼저 수락했습니다. 다른 배달을 골라 주세요. Another courier was faster; choose another delivery.',
  DELIVERY_ALREADY_CANCELLED: '취소된 배달입니다. The delivery is cancelled.',
} as const;
export type AcceptDeliveryRefusal = Refusal<keyof typeof acceptDeliveryRefusals>;

export const completeDeliveryRefusals = {
  DELIVERY_NOT_FOUND: '배달을 찾을 수 없습니다. There is no such delivery that you may see.',
  NOT_ITS_COURIER:
    '이 배달을 수락한 배달원만 완료할 수 있습니다. Only the courier who accepted the delivery can complete it.',
  DELIVERY_ALREADY_CANCELLED:
    '취소된 배달이라 완료할 수 없습니다. The delivery is cancelled; it can no longer be completed.',
} as const;
export type CompleteDeliveryRefusal = Refusal<keyof typeof completeDeliveryRefusals>;
