import type { Language } from '../../i18n/language.ts';
import type { AcceptDeliveryErrorCode, CompleteDeliveryErrorCode } from './deliveries.gen.ts';
import type { MenuItemErrorCode } from './kitchen.gen.ts';
import type { CancelOrderErrorCode } from './order.gen.ts';
import type { PlaceOrderErrorCode } from './order-form.gen.ts';

/** What each refusal means to a person: a code without words is a type error. */
type Refusals<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>;

export const placeOrderRefusals: Refusals<PlaceOrderErrorCode> = {
  ko: {
    NO_LINES: '장바구니가 비어 있어요.',
    TOO_MANY_LINES: '한 번에 50가지까지 주문할 수 있어요.',
    DUPLICATE_MENU_ITEM: '같은 메뉴가 두 번 들어 있어요.',
    QUANTITY_OUT_OF_RANGE: '메뉴마다 1개에서 99개까지 주문할 수 있어요.',
    MENU_ITEM_NOT_FOUND: '사라진 메뉴가 있어요. 장바구니에서 빼 주세요.',
    MENU_ITEM_SOLD_OUT: '그사이에 품절된 메뉴가 있어요.',
    ADDRESS_INVALID: '배달 주소를 1자에서 200자까지 적어 주세요.',
    PAYMENT_METHOD_INVALID: '이 결제 수단은 쓸 수 없어요.',
    IDEMPOTENCY_KEY_INVALID: '주문이 잘못되었어요. 페이지를 새로 고쳐 주세요.',
    IDEMPOTENCY_KEY_REUSED: '주문이 잘못되었어요. 페이지를 새로 고쳐 주세요.',
  },
  en: {
    NO_LINES: 'Your cart is empty.',
    TOO_MANY_LINES: 'At most 50 dishes can be ordered at once.',
    DUPLICATE_MENU_ITEM: 'A dish is in the cart twice.',
    QUANTITY_OUT_OF_RANGE: 'Of each dish 1 to 99 can be ordered.',
    MENU_ITEM_NOT_FOUND: 'A dish is gone. Please take it out of the cart.',
    MENU_ITEM_SOLD_OUT: 'A dish has sold out meanwhile.',
    ADDRESS_INVALID: 'An address has 1 to 200 characters.',
    PAYMENT_METHOD_INVALID: 'This can not be used to pay.',
    IDEMPOTENCY_KEY_INVALID: 'The order was not right. Please reload the page.',
    IDEMPOTENCY_KEY_REUSED: 'The order was not right. Please reload the page.',
  },
};

export const cancelOrderRefusals: Refusals<CancelOrderErrorCode> = {
  ko: {
    ORDER_NOT_FOUND: '이런 주문이 없어요.',
    ORDER_ALREADY_COMPLETED: '음식이 이미 도착해서 취소할 수 없어요.',
    ORDER_ALREADY_CANCELLED: '이미 취소된 주문이에요.',
    DELIVERY_UNAVAILABLE: '지금은 배달에 물어볼 수 없어 그대로 두었어요. 잠시 뒤에 다시 해 주세요.',
  },
  en: {
    ORDER_NOT_FOUND: 'There is no such order.',
    ORDER_ALREADY_COMPLETED: 'The food has arrived already; it can not be cancelled any more.',
    ORDER_ALREADY_CANCELLED: 'It is cancelled already.',
    DELIVERY_UNAVAILABLE: 'The delivery could not be asked, so the order stays as it is. Please try again soon.',
  },
};

export const deliveryRefusals: Refusals<AcceptDeliveryErrorCode | CompleteDeliveryErrorCode> = {
  ko: {
    NOT_A_COURIER: '배달원만 맡을 수 있어요.',
    DELIVERY_NOT_FOUND: '이런 배달이 없어요.',
    DELIVERY_ALREADY_ACCEPTED: '다른 배달원이 먼저 맡았어요.',
    DELIVERY_ALREADY_CANCELLED: '손님이 취소한 배달이에요.',
    NOT_ITS_COURIER: '맡은 사람만 마칠 수 있어요.',
  },
  en: {
    NOT_A_COURIER: 'Only couriers take deliveries on.',
    DELIVERY_NOT_FOUND: 'There is no such delivery.',
    DELIVERY_ALREADY_ACCEPTED: 'Another courier was faster.',
    DELIVERY_ALREADY_CANCELLED: 'The customer has cancelled it.',
    NOT_ITS_COURIER: 'Only who took it on completes it.',
  },
};

export const menuItemRefusals: Refusals<MenuItemErrorCode> = {
  ko: {
    NOT_A_MERCHANT: '판매자만 메뉴를 바꿀 수 있어요.',
    NAME_INVALID: '이름은 1자에서 60자까지예요.',
    RESTAURANT_INVALID: '식당 이름은 1자에서 60자까지예요.',
    DESCRIPTION_TOO_LONG: '설명은 500자까지예요.',
    PRICE_OUT_OF_RANGE: '가격은 100원에서 1,000,000원까지예요.',
    MENU_ITEM_NOT_FOUND: '내 메뉴에 없어요.',
  },
  en: {
    NOT_A_MERCHANT: 'Only merchants change the menu.',
    NAME_INVALID: 'A name has 1 to 60 characters.',
    RESTAURANT_INVALID: 'A restaurant’s name has 1 to 60 characters.',
    DESCRIPTION_TOO_LONG: 'A description has at most 500 characters.',
    PRICE_OUT_OF_RANGE: 'A price is 100 to 1,000,000 won.',
    MENU_ITEM_NOT_FOUND: 'It is not on your menu.',
  },
};
