import type { Refusal } from '@moa/subgraph';
import type { FailureReason } from './recommendation.ts';

/** What may be wrong with a trip, in words for the people who read it. */
export const tripRefusals = {
  LOCATION_INVALID: '여행지를 100자 이내로 적어 주세요. Say where to go in 1 to 100 characters.',
  GROUP_SIZE_OUT_OF_RANGE: '인원은 1명부터 100명까지입니다. A group has 1 to 100 people.',
  TRAVEL_DATE_OUT_OF_RANGE:
    '여행 날짜는 오늘부터 2년 안이어야 합니다. Choose a travelDate from today to two years from now.',
  RETURN_DATE_WITHOUT_TRAVEL_DATE: '출발 날짜도 골라 주세요. Give a travelDate with the returnDate.',
  RETURN_DATE_BEFORE_TRAVEL_DATE: '돌아오는 날이 출발 날짜보다 빠릅니다. The returnDate is before the travelDate.',
  TRIP_TOO_LONG: '여행은 14일까지입니다. A trip takes at most 14 days.',
  BUDGET_OUT_OF_RANGE: '예산은 10억 원까지입니다. A budget is at most 1,000,000,000 won.',
  DETAILS_TOO_LONG: '설명은 2,000자까지입니다. Details have at most 2,000 characters.',
} as const;

/** Every reason to refuse something about a plan. */
export const planRefusals = {
  ...tripRefusals,
  TITLE_TOO_LONG: '제목은 100자까지입니다. A title has at most 100 characters.',
  PLAN_NOT_FOUND: '여행 계획을 찾을 수 없습니다. There is no such plan.',
  PLAN_CHANGED:
    '그 사이에 계획이 바뀌었습니다. 지금 내용을 확인하고 다시 고쳐 주세요. The plan has changed since you saw it; look at it again, then change it.',
} as const;
export type PlanRefusal = Refusal<keyof typeof planRefusals>;

/** Why a recommendation failed. */
export const failureMessages: Readonly<Record<FailureReason, string>> = {
  NOT_ENOUGH_TOKENS: '토큰이 부족합니다. 토큰을 산 뒤 새로 요청해 주세요. Not enough tokens; buy some, then ask anew.',
  PAY_UNAVAILABLE:
    '지금은 토큰을 쓸 수 없어 추천을 만들지 못했습니다. 토큰은 차감되지 않습니다. Tokens could not be used just now; the request was given up, and costs nothing.',
  NOTHING_KNOWN_OF_PLACE:
    '그 여행지의 관광지 정보가 없습니다. 토큰은 차감되지 않습니다. Moa knows no sights around there; try another place. It costs nothing.',
  BUDGET_TOO_SMALL:
    '예산이 너무 적어 일정을 짤 수 없습니다. 토큰은 차감되지 않습니다. The budget is too small for such a trip; try a larger one. It costs nothing.',
  NO_HEARTED_PLANS:
    '찜한 여행 계획이 없습니다. 먼저 마음에 드는 계획을 찜해 주세요. There is no plan with your heart; give one your heart first.',
  NO_TREND:
    '아직 인기 있는 여행 계획이 없습니다. 맞춤 추천을 이용해 주세요. There is no trend yet; ask for a PERSONAL recommendation.',
  ADVISOR_UNAVAILABLE:
    '지금은 추천을 만들 수 없습니다. 토큰은 차감되지 않습니다. The plan could not be written just now; ask again later. It costs nothing.',
};

/** Every reason to refuse a request for a recommendation. */
export const requestRefusals = {
  ...tripRefusals,
  TRAVEL_DATE_REQUIRED: '맞춤 추천에는 여행 날짜가 필요합니다. A PERSONAL recommendation needs a travelDate.',
  BUDGET_REQUIRED: '맞춤 추천에는 예산이 필요합니다. A PERSONAL recommendation needs a budget.',
  GROUP_SIZE_REQUIRED: '맞춤 추천에는 인원이 필요합니다. A PERSONAL recommendation needs a groupSize.',
  IDEMPOTENCY_KEY_INVALID: 'idempotencyKey는 1~100자입니다. An idempotencyKey has 1 to 100 characters.',
  IDEMPOTENCY_KEY_REUSED:
    '같은 키로 다른 추천을 요청했습니다. The key was used before, for another request; make a new one.',
  NO_HEARTED_PLANS: failureMessages.NO_HEARTED_PLANS,
  NO_TREND: failureMessages.NO_TREND,
  NOT_ENOUGH_TOKENS: failureMessages.NOT_ENOUGH_TOKENS,
} as const;
export type RequestRefusal = Refusal<keyof typeof requestRefusals>;
