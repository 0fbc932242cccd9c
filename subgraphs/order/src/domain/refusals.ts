import type { Refusal } from '@moa/subgraph';

/** Every reason to refuse an order, in words for the people who read it. */
export const placeOrderRefusals = {
  NO_LINES: '주문할 메뉴를 하나 이상 담아 주세요. Put at least one dish into the order.',
  TOO_MANY_LINES: '한 번에 50가지 메뉴까지 주문할 수 있습니다. An order holds at most 50 different dishes.',
  DUPLICATE_MENU_ITEM:
    '같은 메뉴가 두 번 담겼습니다. 수량으로 합쳐 주세요. A dish is listed twice; raise its quantity instead.',
  QUANTITY_OUT_OF_RANGE: '수량은 1개부터 99개까지입니다. A quantity is 1 to 99.',
  MENU_ITEM_NOT_FOUND: '없는 메뉴입니다. There is no such dish.',
  MENU_ITEM_SOLD_OUT: '품절된 메뉴입니다. The dish is sold out.',
  ADDRESS_INVALID: '배달 주소를 200자 이내로 적어 주세요. Give a delivery address of 1 to 200 characters.',
  PAYMENT_METHOD_INVALID: '결제 수단을 골라 주세요. Choose one of your payment methods.',
  IDEMPOTENCY_KEY_INVALID: 'idempotencyKey는 1~100자입니다. An idempotencyKey has 1 to 100 characters.',
  IDEMPOTENCY_KEY_REUSED:
    '같은 키로 다른 주문을 보냈습니다. The key was used before, for another order; make a new one.',
} as const;
export type PlaceOrderRefusal = Refusal<keyof typeof placeOrderRefusals>;

export const cancelOrderRefusals = {
  ORDER_NOT_FOUND: '주문을 찾을 수 없습니다. There is no such order of yours.',
  ORDER_ALREADY_COMPLETED:
    '이미 배달이 끝나 취소할 수 없습니다. The food has arrived; the order can no longer be cancelled.',
  ORDER_ALREADY_CANCELLED: '이미 취소된 주문입니다. The order is cancelled already.',
  DELIVERY_UNAVAILABLE:
    '지금은 배달을 취소할 수 없어 주문이 그대로 유지됩니다. 잠시 후 다시 시도해 주세요. The delivery could not be cancelled just now, so the order stays as it is. Please try again in a moment.',
} as const;
export type CancelOrderRefusal = Refusal<keyof typeof cancelOrderRefusals>;

export const menuItemRefusals = {
  NOT_A_MERCHANT: '판매자만 메뉴를 등록할 수 있습니다. Only merchants can put dishes on the menu.',
  NAME_INVALID: '메뉴 이름은 1~60자입니다. A dish has a name of 1 to 60 characters.',
  RESTAURANT_INVALID: '식당 이름은 1~60자입니다. A restaurant has a name of 1 to 60 characters.',
  DESCRIPTION_TOO_LONG: '설명은 500자까지입니다. A description has at most 500 characters.',
  PRICE_OUT_OF_RANGE: '가격은 100원부터 1,000,000원까지입니다. A price is 100 to 1,000,000 won.',
  MENU_ITEM_NOT_FOUND: '내 메뉴에서 찾을 수 없습니다. There is no such dish among yours.',
} as const;
export type MenuItemRefusal = Refusal<keyof typeof menuItemRefusals>;
