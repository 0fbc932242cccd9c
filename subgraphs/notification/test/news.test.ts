import { randomUUIDv7 } from 'node:crypto';
import type { Fact } from '@moa/contracts';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewsType } from '../src/domain/news.ts';
import { type Member, member, openWorld, type World } from './world.ts';

/** People whom nobody else is told about. */
type People = { readonly customer: Member; readonly driver: Member; readonly courier: Member };
type Told = { readonly kind: string; readonly ko: string; readonly en: string };
type Case = {
  readonly fact: (ids: { customerId: string; driverId: string; courierId: string; subject: string }) => Fact;
  readonly about: 'order' | 'taxiBooking' | 'plan' | null;
  /** Who is shown to have done it. */
  readonly by?: keyof People;
} & { readonly [Who in keyof People]?: Told };

const at = '2026-03-02T09:00:00.000Z';
const pickup = { name: '서울역', latitude: 37.5547, longitude: 126.9706 };
const dropoff = { name: '강남역', latitude: 37.4979, longitude: 127.0276 };

/** A fact that is news for whom it names and has no case does not compile. */
const cases: Readonly<Record<NewsType, readonly Case[]>> = {
  OrderPaid: [
    {
      fact: ({ customerId, subject }) => ({
        type: 'OrderPaid',
        version: 2,
        orderId: subject,
        customerId,
        deliveryAddress: '세종대로 110',
      }),
      about: 'order',
      customer: {
        kind: 'ORDER_PAID',
        ko: '결제 완료: 주문이 결제되었습니다. 곧 배달이 시작됩니다.',
        en: 'Paid: Your order is paid. Its delivery will start soon.',
      },
    },
  ],
  OrderCompleted: [
    {
      fact: ({ customerId, subject }) => ({ type: 'OrderCompleted', version: 3, orderId: subject, customerId }),
      about: 'order',
      customer: {
        kind: 'ORDER_COMPLETED',
        ko: '주문 완료: 주문하신 음식이 도착했습니다. 맛있게 드세요.',
        en: 'Order complete: Your food has arrived. Enjoy your meal.',
      },
    },
  ],
  OrderCancelled: [
    {
      fact: ({ customerId, subject }) => ({
        type: 'OrderCancelled',
        version: 3,
        orderId: subject,
        customerId,
        reason: 'CUSTOMER',
      }),
      about: 'order',
      customer: {
        kind: 'ORDER_CANCELLED',
        ko: '주문 취소: 주문이 취소되었습니다.',
        en: 'Order cancelled: Your order was cancelled.',
      },
    },
    {
      fact: ({ customerId, subject }) => ({
        type: 'OrderCancelled',
        version: 2,
        orderId: subject,
        customerId,
        reason: 'PAYMENT_REFUSED',
      }),
      about: 'order',
      customer: {
        kind: 'ORDER_CANCELLED',
        ko: '주문 취소: 결제가 거절되어 주문이 취소되었습니다.',
        en: 'Order cancelled: The payment was refused, so your order was cancelled.',
      },
    },
  ],
  PaymentRefunded: [
    {
      fact: ({ customerId, subject }) => ({
        type: 'PaymentRefunded',
        version: 4,
        paymentId: randomUUIDv7(),
        orderId: subject,
        payerId: customerId,
        amount: 21_500,
      }),
      about: 'order',
      customer: {
        kind: 'ORDER_REFUNDED',
        ko: '환불 완료: 21,500원이 환불되었습니다.',
        en: 'Refunded: ₩21,500 was refunded.',
      },
    },
    {
      // As it was published before it told who paid.
      fact: ({ subject }) => ({
        type: 'PaymentRefunded',
        version: 4,
        paymentId: randomUUIDv7(),
        orderId: subject,
        amount: 21_500,
      }),
      about: 'order',
    },
  ],
  DeliveryAccepted: [
    {
      fact: ({ customerId, courierId, subject }) => ({
        type: 'DeliveryAccepted',
        version: 2,
        deliveryId: randomUUIDv7(),
        orderId: subject,
        customerId,
        courierId,
      }),
      about: 'order',
      customer: {
        kind: 'DELIVERY_ACCEPTED',
        ko: '배달 시작: 배달원이 주문하신 음식을 맡았습니다.',
        en: 'Delivery started: A courier has taken on your food.',
      },
    },
  ],
  DeliveryCancelled: [
    {
      fact: ({ customerId, courierId, subject }) => ({
        type: 'DeliveryCancelled',
        version: 3,
        deliveryId: randomUUIDv7(),
        orderId: subject,
        customerId,
        courierId,
      }),
      about: 'order',
      courier: {
        kind: 'DELIVERY_CANCELLED',
        ko: '배달 취소: 맡으신 배달이 취소되었습니다. 배달하지 않으셔도 됩니다.',
        en: 'Delivery cancelled: The delivery that you took on was cancelled. There is nothing to bring.',
      },
    },
  ],
  TaxiRequested: [
    {
      fact: ({ customerId, subject }) => ({
        type: 'TaxiRequested',
        version: 1,
        bookingId: subject,
        customerId,
        at,
        pickup,
        dropoff,
        estimatedFare: 14_200,
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_REQUESTED',
        ko: '택시 호출 접수: 서울역에서 강남역까지 택시를 호출했습니다. 예상 요금은 14,200원입니다.',
        en: 'Taxi requested: You asked for a taxi from 서울역 to 강남역. The fare will be about ₩14,200.',
      },
    },
  ],
  TaxiDispatching: [
    {
      fact: ({ customerId, subject }) => ({ type: 'TaxiDispatching', version: 2, bookingId: subject, customerId, at }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_DISPATCHING',
        ko: '배차 중: 가까운 기사님을 찾고 있습니다.',
        en: 'Looking for a taxi: We are asking the drivers near you.',
      },
    },
  ],
  RideOffered: [
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'RideOffered',
        version: 2,
        bookingId: subject,
        customerId,
        driverId,
        at,
        offerId: randomUUIDv7(),
        pickup,
        dropoff,
        expiresAt: '2026-03-02T09:00:10.000Z',
      }),
      about: 'taxiBooking',
      driver: {
        kind: 'RIDE_OFFERED',
        ko: '새 호출: 서울역에서 호출이 들어왔습니다. 수락하시겠습니까?',
        en: 'New ride: Somebody at 서울역 needs a taxi. Will you take the ride?',
      },
    },
  ],
  TaxiDispatched: [
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'TaxiDispatched',
        version: 3,
        bookingId: subject,
        customerId,
        driverId,
        at,
        plate: '서울 31 바 1234',
        phone: '010-1234-5678',
        pickup,
        arrivesAt: '2026-03-02T09:03:01.000Z',
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_DISPATCHED',
        ko: '배차 완료: 배차되었습니다. 차량 서울 31 바 1234, 기사님 연락처 010-1234-5678. 약 4분 뒤에 도착합니다.',
        en: "Taxi on its way: Your taxi arrives in about 4 minutes. Number plate 서울 31 바 1234, the driver's phone 010-1234-5678.",
      },
      driver: {
        kind: 'DRIVER_DISPATCHED',
        ko: '배차 확정: 배차가 확정되었습니다. 서울역에서 손님이 기다립니다.',
        en: 'Ride confirmed: The ride is yours. Your customer waits at 서울역.',
      },
    },
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'TaxiDispatched',
        version: 3,
        bookingId: subject,
        customerId,
        driverId,
        at,
        plate: '서울 31 바 1234',
        phone: '010-1234-5678',
        pickup,
        arrivesAt: at,
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_DISPATCHED',
        ko: '배차 완료: 배차되었습니다. 차량 서울 31 바 1234, 기사님 연락처 010-1234-5678. 약 1분 뒤에 도착합니다.',
        en: "Taxi on its way: Your taxi arrives in about 1 minute. Number plate 서울 31 바 1234, the driver's phone 010-1234-5678.",
      },
      driver: {
        kind: 'DRIVER_DISPATCHED',
        ko: '배차 확정: 배차가 확정되었습니다. 서울역에서 손님이 기다립니다.',
        en: 'Ride confirmed: The ride is yours. Your customer waits at 서울역.',
      },
    },
  ],
  RideStarted: [
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'RideStarted',
        version: 4,
        bookingId: subject,
        customerId,
        driverId,
        at,
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'RIDE_STARTED',
        ko: '운행 시작: 운행을 시작했습니다. 안전띠를 매 주세요.',
        en: 'Ride started: Your ride has started. Please fasten your seat belt.',
      },
      driver: {
        kind: 'DRIVER_RIDE_STARTED',
        ko: '운행 시작: 손님이 탑승했습니다. 안전하게 운행해 주세요.',
        en: 'Ride started: Your customer is in the car. Drive safely.',
      },
    },
  ],
  RideCompleted: [
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'RideCompleted',
        version: 6,
        bookingId: subject,
        customerId,
        driverId,
        at,
        fare: 14_200,
        paymentId: randomUUIDv7(),
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'RIDE_COMPLETED',
        ko: '운행 종료: 도착했습니다. 요금 14,200원이 결제되었습니다.',
        en: 'Ride complete: You have arrived. The fare of ₩14,200 is paid.',
      },
      driver: {
        kind: 'DRIVER_RIDE_COMPLETED',
        ko: '운행 종료: 운행이 끝났습니다. 요금 14,200원이 결제되었습니다.',
        en: 'Ride complete: The ride is over. The fare of ₩14,200 is paid.',
      },
    },
  ],
  RidePaymentRefused: [
    {
      fact: ({ customerId, subject }) => ({
        type: 'RidePaymentRefused',
        version: 2,
        paymentId: randomUUIDv7(),
        rideId: subject,
        payerId: customerId,
        amount: 14_200,
        reason: 'card_declined',
        message: '한도 초과',
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'RIDE_PAYMENT_REFUSED',
        ko: '결제 실패: 택시 요금 14,200원을 결제하지 못했습니다: 한도 초과',
        en: 'Payment failed: Your taxi fare of ₩14,200 could not be paid: 한도 초과',
      },
    },
  ],
  TaxiCancelRequested: [
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'TaxiCancelRequested',
        version: 4,
        bookingId: subject,
        customerId,
        driverId,
        at,
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_CANCEL_REQUESTED',
        ko: '취소 요청 접수: 택시 호출 취소를 요청했습니다. 처리 결과를 곧 알려 드립니다.',
        en: 'Cancelling: You asked to cancel your taxi. We will tell you in a moment whether it worked.',
      },
      driver: {
        kind: 'DRIVER_CANCEL_REQUESTED',
        ko: '취소 요청: 손님이 호출 취소를 요청했습니다. 처리 결과를 곧 알려 드립니다.',
        en: 'Cancelling: Your customer asked to cancel. We will tell you in a moment whether it worked.',
      },
    },
  ],
  TaxiCancelledByCustomer: [
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'TaxiCancelledByCustomer',
        version: 5,
        bookingId: subject,
        customerId,
        driverId,
        at,
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_CANCELLED_BY_CUSTOMER',
        ko: '호출 취소: 택시 호출을 취소했습니다.',
        en: 'Taxi cancelled: You cancelled your taxi.',
      },
      driver: {
        kind: 'DRIVER_RIDE_CANCELLED',
        ko: '호출 취소: 손님이 호출을 취소했습니다. 가지 않으셔도 됩니다.',
        en: 'Ride cancelled: Your customer cancelled. There is no need to go there.',
      },
    },
    {
      fact: ({ customerId, subject }) => ({
        type: 'TaxiCancelledByCustomer',
        version: 3,
        bookingId: subject,
        customerId,
        driverId: null,
        at,
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_CANCELLED_BY_CUSTOMER',
        ko: '호출 취소: 택시 호출을 취소했습니다.',
        en: 'Taxi cancelled: You cancelled your taxi.',
      },
    },
  ],
  TaxiCancelledBySystem: [
    {
      fact: ({ customerId, subject }) => ({
        type: 'TaxiCancelledBySystem',
        version: 3,
        bookingId: subject,
        customerId,
        at,
        reason: 'NO_CAR',
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_CANCELLED_BY_SYSTEM',
        ko: '배차 실패: 근처에 빈 택시가 없어 호출이 취소되었습니다. 잠시 후 다시 시도해 주세요.',
        en: 'No taxi found: No taxi is free near you, so your request was cancelled. Please try again later.',
      },
    },
    {
      fact: ({ customerId, subject }) => ({
        type: 'TaxiCancelledBySystem',
        version: 3,
        bookingId: subject,
        customerId,
        at,
        reason: 'NOT_ANSWERED',
      }),
      about: 'taxiBooking',
      customer: {
        kind: 'TAXI_CANCELLED_BY_SYSTEM',
        ko: '배차 실패: 호출을 수락한 기사님이 없어 호출이 취소되었습니다. 잠시 후 다시 시도해 주세요.',
        en: 'No taxi found: No driver could take you, so your request was cancelled. Please try again later.',
      },
    },
  ],
  MemberFollowed: [
    {
      fact: ({ customerId, driverId }) => ({
        type: 'MemberFollowed',
        version: 1,
        followerId: driverId,
        followeeId: customerId,
      }),
      about: null,
      by: 'driver',
      customer: {
        kind: 'MEMBER_FOLLOWED',
        ko: '새 팔로워: 회원님이 회원님을 팔로우했습니다.',
        en: 'New follower: 지민 followed 지민.',
      },
    },
  ],
  PlanHearted: [
    {
      fact: ({ customerId, driverId, subject }) => ({
        type: 'PlanHearted',
        version: 4,
        planId: subject,
        ownerId: customerId,
        memberId: driverId,
        location: '제주',
      }),
      about: 'plan',
      by: 'driver',
      customer: {
        kind: 'PLAN_HEARTED',
        ko: '좋아요: 회원님이 내 여행 계획을 좋아합니다: 제주',
        en: 'Liked: 지민 likes your travel plan: 제주',
      },
    },
  ],
  RecommendationReady: [
    {
      fact: ({ customerId, subject }) => ({
        type: 'RecommendationReady',
        version: 3,
        recommendationId: randomUUIDv7(),
        memberId: customerId,
        planId: subject,
        location: '제주',
      }),
      about: 'plan',
      customer: {
        kind: 'RECOMMENDATION_READY',
        ko: '추천 완료: 추천 여행 계획이 준비되었습니다: 제주',
        en: 'Recommendation ready: Your recommended travel plan is ready: 제주',
      },
    },
  ],
  RecommendationFailed: [
    {
      fact: ({ customerId }) => ({
        type: 'RecommendationFailed',
        version: 3,
        recommendationId: randomUUIDv7(),
        memberId: customerId,
        reason: 'NOTHING_KNOWN_OF_PLACE',
      }),
      about: null,
      customer: {
        kind: 'RECOMMENDATION_FAILED',
        ko: '추천 실패: 그곳에서 갈 만한 곳을 찾지 못해 여행 계획을 추천하지 못했습니다. 토큰은 사용되지 않았습니다.',
        en: 'No recommendation: No travel plan could be recommended: we know of nothing to see there. No token was used.',
      },
    },
    {
      fact: ({ customerId }) => ({
        type: 'RecommendationFailed',
        version: 3,
        recommendationId: randomUUIDv7(),
        memberId: customerId,
        reason: 'toString',
      }),
      about: null,
      customer: {
        kind: 'RECOMMENDATION_FAILED',
        ko: '추천 실패: 여행 계획을 추천하지 못했습니다. 토큰은 사용되지 않았습니다.',
        en: 'No recommendation: No travel plan could be recommended. No token was used.',
      },
    },
  ],
  TokensBought: [
    {
      fact: ({ customerId }) => ({
        type: 'TokensBought',
        version: 2,
        purchaseId: randomUUIDv7(),
        memberId: customerId,
        quantity: 10,
        amount: 5_000,
      }),
      about: null,
      customer: {
        kind: 'TOKENS_BOUGHT',
        ko: '토큰 구매 완료: 토큰 10개를 5,000원에 구매했습니다.',
        en: 'Tokens bought: You bought 10 tokens for ₩5,000.',
      },
    },
  ],
};

describe.each(buses)('on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  const speak = (people: readonly Member[], language: 'KO' | 'EN', version: number) =>
    world.hear(
      ...people.map(({ memberId }) => ({ type: 'MemberUpdated', version, memberId, name: '지민', language }) as const),
    );

  test.each(Object.entries(cases).flatMap(([type, each]) => each.map((one) => [type, one] as const)))(
    '%s is told to whom it concerns, in their language (T9, P10)',
    async (_type, { fact, about, by, ...told }) => {
      const people: People = { customer: member(), driver: member('DRIVER'), courier: member('COURIER') };
      const subject = randomUUIDv7();
      await world.hear(
        fact({
          customerId: people.customer.memberId,
          driverId: people.driver.memberId,
          courierId: people.courier.memberId,
          subject,
        }),
      );
      const all = Object.values(people);
      const texts = async () =>
        Object.fromEntries(
          await Promise.all(
            Object.entries(people).map(async ([who, person]) => {
              const { nodes } = await world.mailbox(person);
              return [who, nodes?.map(({ kind, title, text }) => `${kind} ${title}: ${text}`)] as const;
            }),
          ),
        );
      const expected = (language: 'ko' | 'en') =>
        Object.fromEntries(
          Object.keys(people).map((who) => {
            const one = told[who as keyof People]; // the keys of a People
            return [who, one ? [`${one.kind} ${one[language]}`] : []];
          }),
        );
      expect(await texts()).toEqual(expected('ko'));
      // What was stored is not a text: it is read in the language of today.
      await speak(all, 'EN', 1);
      expect(await texts()).toEqual(expected('en'));

      for (const person of all) {
        for (const seen of (await world.mailbox(person)).nodes ?? []) {
          expect(seen).toMatchObject({
            order: null,
            taxiBooking: null,
            plan: null,
            member: by ? { id: people[by].memberId } : null,
            readAt: null,
            ...(about && { [about]: { id: subject } }),
          });
        }
      }
    },
  );

  test('a language that comes late does not overwrite a newer one', async () => {
    const somebody = member();
    await speak([somebody], 'EN', 3);
    await world.hear({ type: 'MemberJoined', version: 1, memberId: somebody.memberId, name: '지민', language: 'KO' });
    await speak([somebody], 'KO', 2);
    const [paid] = cases.OrderPaid;
    if (!paid) throw new Error('There is no case of OrderPaid.');
    await world.hear(
      paid.fact({ customerId: somebody.memberId, driverId: '', courierId: '', subject: randomUUIDv7() }),
    );
    expect((await world.mailbox(somebody)).nodes).toMatchObject([{ title: 'Paid' }]);
  });
});
