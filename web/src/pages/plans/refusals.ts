import type { Language } from '../../i18n/language.ts';
import type { PlanErrorCode } from './plan-form.gen.ts';
import type { RecommendationFailureReason, RequestRecommendationErrorCode } from './recommendation.gen.ts';
import type { BuyTokensErrorCode } from './tokens.gen.ts';

/** What each refusal means to a person: a code without words is a type error. */
type Refusals<Code extends string> = Readonly<Record<Language, Readonly<Record<Code, string>>>>;

const wishes = {
  ko: {
    LOCATION_INVALID: '여행지를 1자에서 100자까지 적어 주세요.',
    GROUP_SIZE_OUT_OF_RANGE: '인원은 1명에서 100명까지예요.',
    TRAVEL_DATE_OUT_OF_RANGE: '오늘부터 2년 안의 날짜를 골라 주세요.',
    RETURN_DATE_WITHOUT_TRAVEL_DATE: '떠나는 날을 먼저 골라 주세요.',
    RETURN_DATE_BEFORE_TRAVEL_DATE: '돌아오는 날이 떠나는 날보다 앞서요.',
    TRIP_TOO_LONG: '여행은 14일까지예요.',
    BUDGET_OUT_OF_RANGE: '예산은 0원에서 1,000,000,000원까지예요.',
    DETAILS_TOO_LONG: '하고 싶은 것은 2,000자까지 적을 수 있어요.',
  },
  en: {
    LOCATION_INVALID: 'A destination has 1 to 100 characters.',
    GROUP_SIZE_OUT_OF_RANGE: 'A group has 1 to 100 people.',
    TRAVEL_DATE_OUT_OF_RANGE: 'Choose a day within two years from now.',
    RETURN_DATE_WITHOUT_TRAVEL_DATE: 'Choose the first day, too.',
    RETURN_DATE_BEFORE_TRAVEL_DATE: 'The last day is before the first.',
    TRIP_TOO_LONG: 'A trip has at most 14 days.',
    BUDGET_OUT_OF_RANGE: 'A budget is 0 to 1,000,000,000 won.',
    DETAILS_TOO_LONG: 'This has at most 2,000 characters.',
  },
} as const;

export const planRefusals: Refusals<PlanErrorCode> = {
  ko: {
    ...wishes.ko,
    TITLE_TOO_LONG: '제목은 100자까지예요.',
    PLAN_NOT_FOUND: '지워졌거나 더는 볼 수 없는 여행이에요.',
    PLAN_CHANGED: '그사이에 다른 곳에서 고쳐졌어요. 지금의 내용을 보고 다시 저장해 주세요.',
  },
  en: {
    ...wishes.en,
    TITLE_TOO_LONG: 'A title has at most 100 characters.',
    PLAN_NOT_FOUND: 'This trip was deleted, or is not shared any more.',
    PLAN_CHANGED: 'It was changed elsewhere meanwhile. Look at it as it is now, and save again.',
  },
};

export const requestRefusals: Refusals<RequestRecommendationErrorCode> = {
  ko: {
    ...wishes.ko,
    TRAVEL_DATE_REQUIRED: '떠나는 날을 골라 주세요.',
    BUDGET_REQUIRED: '예산을 적어 주세요.',
    GROUP_SIZE_REQUIRED: '인원을 적어 주세요.',
    IDEMPOTENCY_KEY_INVALID: '요청이 잘못되었어요. 페이지를 새로 고쳐 주세요.',
    IDEMPOTENCY_KEY_REUSED: '요청이 잘못되었어요. 페이지를 새로 고쳐 주세요.',
    NO_HEARTED_PLANS: '아직 찜한 여행이 없어 취향을 알 수 없어요. 보드에서 하트를 먼저 눌러 주세요.',
    NO_TREND: '팔로우받는 회원이 나눈 여행이 아직 없어요.',
    NOT_ENOUGH_TOKENS: '토큰이 모자라요. 토큰을 사고 다시 요청해 주세요.',
  },
  en: {
    ...wishes.en,
    TRAVEL_DATE_REQUIRED: 'Choose the first day.',
    BUDGET_REQUIRED: 'Say what it may cost.',
    GROUP_SIZE_REQUIRED: 'Say how many go.',
    IDEMPOTENCY_KEY_INVALID: 'The request was not right. Please reload the page.',
    IDEMPOTENCY_KEY_REUSED: 'The request was not right. Please reload the page.',
    NO_HEARTED_PLANS: 'No trip has your heart yet, so your taste is not known. Press a heart on the board first.',
    NO_TREND: 'Nobody who is followed shares a trip yet.',
    NOT_ENOUGH_TOKENS: 'You have no token left. Buy some, then ask again.',
  },
};

export const recommendationFailures: Refusals<RecommendationFailureReason> = {
  ko: {
    NOT_ENOUGH_TOKENS: '토큰이 모자랐어요.',
    PAY_UNAVAILABLE: '토큰을 확인할 수 없었어요. 잠시 뒤에 다시 해 주세요.',
    NOTHING_KNOWN_OF_PLACE: '그 근처의 볼거리를 아직 몰라요. 다른 이름이나 가까운 도시로 해 보세요.',
    BUDGET_TOO_SMALL: '그 예산으로는 다녀올 수 없어요. 예산을 늘리거나 날을 줄여 보세요.',
    NO_HEARTED_PLANS: '찜한 여행이 없어 취향을 알 수 없었어요.',
    NO_TREND: '팔로우받는 회원이 나눈 여행이 아직 없어요.',
    ADVISOR_UNAVAILABLE: '여행을 써 줄 곳이 답하지 않았어요. 잠시 뒤에 다시 해 주세요.',
  },
  en: {
    NOT_ENOUGH_TOKENS: 'There was no token left.',
    PAY_UNAVAILABLE: 'Your token could not be set aside. Please try again soon.',
    NOTHING_KNOWN_OF_PLACE: 'No sights are known around there. Try another name, or a town nearby.',
    BUDGET_TOO_SMALL: 'It can not be done for that budget. Spend more, or stay shorter.',
    NO_HEARTED_PLANS: 'No trip has your heart, so your taste was not known.',
    NO_TREND: 'Nobody who is followed shares a trip yet.',
    ADVISOR_UNAVAILABLE: 'The writer did not answer. Please try again soon.',
  },
};

export const buyTokensRefusals: Refusals<BuyTokensErrorCode> = {
  ko: {
    QUANTITY_OUT_OF_RANGE: '한 번에 1개에서 100개까지 살 수 있어요.',
    PAYMENT_METHOD_UNKNOWN: '이 결제 수단은 쓸 수 없어요.',
    PAYMENT_REFUSED: '결제가 거절되었어요. 돈은 나가지 않았고, 토큰도 들어오지 않았어요.',
    IDEMPOTENCY_KEY_INVALID: '구매가 잘못되었어요. 페이지를 새로 고쳐 주세요.',
    IDEMPOTENCY_KEY_REUSED: '구매가 잘못되었어요. 페이지를 새로 고쳐 주세요.',
  },
  en: {
    QUANTITY_OUT_OF_RANGE: 'At once 1 to 100 can be bought.',
    PAYMENT_METHOD_UNKNOWN: 'This can not be used to pay.',
    PAYMENT_REFUSED: 'The payment was refused. Nothing was charged, and no tokens came.',
    IDEMPOTENCY_KEY_INVALID: 'The purchase was not right. Please reload the page.',
    IDEMPOTENCY_KEY_REUSED: 'The purchase was not right. Please reload the page.',
  },
};
