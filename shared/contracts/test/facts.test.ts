import { describe, expect, test } from 'vitest';
import {
  accountFact,
  deliveryFact,
  type FactType,
  followFact,
  isFactType,
  orderFact,
  parseFact,
  payFact,
  planFact,
  type Subscriber,
  subgraphs,
  subscribers,
  taxiFact,
  views,
} from '../src/index.ts';

/**
 * Facts as they were once published. They lie in queues and outboxes when a new version starts, so a sample is never changed:
 * what becomes unreadable here becomes unreadable there.
 */
const published: Record<FactType, readonly string[]> = {
  OrderPlaced: [
    '{"type":"OrderPlaced","orderId":"0199f5d2-0000-7000-8000-000000000001","customerId":"0199f5d2-0000-7000-8000-000000000002","paymentMethodId":"0199f5d2-0000-7000-8000-000000000003","total":18000,"version":1}',
  ],
  OrderPaid: [
    '{"type":"OrderPaid","orderId":"0199f5d2-0000-7000-8000-000000000001","customerId":"0199f5d2-0000-7000-8000-000000000002","deliveryAddress":"서울 중구 세종대로 110","version":2}',
  ],
  OrderCompleted: [
    '{"type":"OrderCompleted","orderId":"0199f5d2-0000-7000-8000-000000000001","customerId":"0199f5d2-0000-7000-8000-000000000002","version":3}',
  ],
  OrderCancelled: [
    '{"type":"OrderCancelled","orderId":"0199f5d2-0000-7000-8000-000000000001","customerId":"0199f5d2-0000-7000-8000-000000000002","reason":"CUSTOMER","version":3}',
    '{"type":"OrderCancelled","orderId":"0199f5d2-0000-7000-8000-000000000001","customerId":"0199f5d2-0000-7000-8000-000000000002","reason":"PAYMENT_REFUSED","version":2}',
  ],
  PaymentCaptured: [
    '{"type":"PaymentCaptured","paymentId":"0199f5d2-0000-7000-8000-000000000004","orderId":"0199f5d2-0000-7000-8000-000000000001","amount":18000,"version":2}',
  ],
  PaymentRefused: [
    '{"type":"PaymentRefused","paymentId":"0199f5d2-0000-7000-8000-000000000004","orderId":"0199f5d2-0000-7000-8000-000000000001","reason":"card_declined","message":"한도 초과","version":2}',
  ],
  PaymentRefunded: [
    '{"type":"PaymentRefunded","paymentId":"0199f5d2-0000-7000-8000-000000000004","orderId":"0199f5d2-0000-7000-8000-000000000001","amount":18000,"version":3}',
  ],
  DeliveryStarted: [
    '{"type":"DeliveryStarted","deliveryId":"0199f5d2-0000-7000-8000-000000000005","orderId":"0199f5d2-0000-7000-8000-000000000001","version":1}',
  ],
  DeliveryAccepted: [
    '{"type":"DeliveryAccepted","deliveryId":"0199f5d2-0000-7000-8000-000000000005","orderId":"0199f5d2-0000-7000-8000-000000000001","courierId":"0199f5d2-0000-7000-8000-000000000006","version":2}',
  ],
  DeliveryCompleted: [
    '{"type":"DeliveryCompleted","deliveryId":"0199f5d2-0000-7000-8000-000000000005","orderId":"0199f5d2-0000-7000-8000-000000000001","courierId":"0199f5d2-0000-7000-8000-000000000006","version":3}',
  ],
  DeliveryCancelled: [
    '{"type":"DeliveryCancelled","deliveryId":"0199f5d2-0000-7000-8000-000000000005","orderId":"0199f5d2-0000-7000-8000-000000000001","version":2}',
  ],
  RidePaid: [
    '{"type":"RidePaid","paymentId":"0199f5d2-0000-7000-8000-000000000004","rideId":"0199f5d2-0000-7000-8000-000000000007","payerId":"0199f5d2-0000-7000-8000-000000000002","amount":14200,"version":2}',
  ],
  RidePaymentRefused: [
    '{"type":"RidePaymentRefused","paymentId":"0199f5d2-0000-7000-8000-000000000004","rideId":"0199f5d2-0000-7000-8000-000000000007","payerId":"0199f5d2-0000-7000-8000-000000000002","amount":14200,"reason":"card_declined","message":"한도 초과","version":2}',
  ],
  TaxiRequested: [
    '{"type":"TaxiRequested","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","pickup":{"name":"서울역","latitude":37.5547,"longitude":126.9706},"dropoff":{"name":"강남역","latitude":37.4979,"longitude":127.0276},"estimatedFare":14200,"version":1}',
  ],
  TaxiDispatching: [
    '{"type":"TaxiDispatching","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","version":2}',
  ],
  RideOffered: [
    '{"type":"RideOffered","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","driverId":"0199f5d2-0000-7000-8000-000000000008","offerId":"0199f5d2-0000-7000-8000-000000000009","pickup":{"name":"서울역","latitude":37.5547,"longitude":126.9706},"dropoff":{"name":"강남역","latitude":37.4979,"longitude":127.0276},"expiresAt":"2026-03-02T09:00:10.000Z","version":2}',
  ],
  TaxiDispatched: [
    '{"type":"TaxiDispatched","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","driverId":"0199f5d2-0000-7000-8000-000000000008","plate":"서울 31 바 1234","phone":"010-1234-5678","pickup":{"name":"서울역","latitude":37.5547,"longitude":126.9706},"arrivesAt":"2026-03-02T09:04:00.000Z","version":3}',
  ],
  RideStarted: [
    '{"type":"RideStarted","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","driverId":"0199f5d2-0000-7000-8000-000000000008","version":4}',
  ],
  RideBilled: [
    '{"type":"RideBilled","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","driverId":"0199f5d2-0000-7000-8000-000000000008","fare":14200,"version":5}',
  ],
  RideCompleted: [
    '{"type":"RideCompleted","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","driverId":"0199f5d2-0000-7000-8000-000000000008","fare":14200,"paymentId":"0199f5d2-0000-7000-8000-000000000004","version":6}',
  ],
  TaxiCancelRequested: [
    '{"type":"TaxiCancelRequested","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","driverId":null,"version":3}',
  ],
  TaxiCancelledByCustomer: [
    '{"type":"TaxiCancelledByCustomer","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","driverId":"0199f5d2-0000-7000-8000-000000000008","version":4}',
  ],
  TaxiCancelledBySystem: [
    '{"type":"TaxiCancelledBySystem","bookingId":"0199f5d2-0000-7000-8000-000000000007","customerId":"0199f5d2-0000-7000-8000-000000000002","at":"2026-03-02T09:00:00.000Z","reason":"NO_CAR","version":3}',
  ],
  MemberJoined: [
    '{"type":"MemberJoined","memberId":"0199f5d2-0000-7000-8000-000000000002","name":"지민","language":"KO","version":1}',
  ],
  MemberUpdated: [
    '{"type":"MemberUpdated","memberId":"0199f5d2-0000-7000-8000-000000000002","name":"지민","language":"EN","version":2}',
  ],
  TokensBought: [
    '{"type":"TokensBought","purchaseId":"0199f5d2-0000-7000-8000-000000000003","memberId":"0199f5d2-0000-7000-8000-000000000002","quantity":10,"amount":5000,"version":2}',
  ],
  MemberFollowed: [
    '{"type":"MemberFollowed","followerId":"0199f5d2-0000-7000-8000-000000000002","followeeId":"0199f5d2-0000-7000-8000-000000000006","version":1}',
  ],
  MemberUnfollowed: [
    '{"type":"MemberUnfollowed","followerId":"0199f5d2-0000-7000-8000-000000000002","followeeId":"0199f5d2-0000-7000-8000-000000000006","version":2}',
  ],
  PlanShared: [
    '{"type":"PlanShared","planId":"0199f5d2-0000-7000-8000-00000000000a","ownerId":"0199f5d2-0000-7000-8000-000000000002","location":"강릉","version":2}',
  ],
  PlanUnshared: [
    '{"type":"PlanUnshared","planId":"0199f5d2-0000-7000-8000-00000000000a","ownerId":"0199f5d2-0000-7000-8000-000000000002","version":3}',
  ],
  PlanHearted: [
    '{"type":"PlanHearted","planId":"0199f5d2-0000-7000-8000-00000000000a","ownerId":"0199f5d2-0000-7000-8000-000000000002","memberId":"0199f5d2-0000-7000-8000-000000000006","location":"강릉","version":3}',
  ],
  RecommendationReady: [
    '{"type":"RecommendationReady","recommendationId":"0199f5d2-0000-7000-8000-00000000000b","memberId":"0199f5d2-0000-7000-8000-000000000002","planId":"0199f5d2-0000-7000-8000-00000000000a","location":"강릉","version":3}',
  ],
  RecommendationFailed: [
    '{"type":"RecommendationFailed","recommendationId":"0199f5d2-0000-7000-8000-00000000000b","memberId":"0199f5d2-0000-7000-8000-000000000002","reason":"NO_ATTRACTIONS","version":3}',
  ],
  MemberDeleted: ['{"type":"MemberDeleted","memberId":"0199f5d2-0000-7000-8000-000000000002","version":4}'],
};
const samples = Object.values(published).flatMap((texts) => texts.map((text) => JSON.parse(text)));

describe('facts', () => {
  test.each(samples)('an old $type is still readable, with nothing lost', (sample) => {
    expect(parseFact(sample)).toEqual(sample);
  });

  test('fields that a newer publisher adds are ignored', () => {
    for (const sample of samples) expect(parseFact({ ...sample, addedLater: { deep: true } })).toEqual(sample);
  });

  test('every field is needed: a fact without one is refused', () => {
    for (const sample of samples) {
      for (const field of Object.keys(sample)) {
        const { [field]: _missing, ...rest } = sample;
        expect(() => parseFact(rest), `${sample.type} without ${field}`).toThrow();
      }
    }
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'OrderPlaced'],
    ['a list', []],
    ['a type that nobody publishes', { ...samples[0], type: 'OrderTeleported' }],
    ['an id that is none', { ...samples[0], orderId: '17' }],
    ['half a won', { ...samples[0], total: 0.5 }],
    ['negative money', { ...samples[0], total: -1 }],
    ['the version before the first', { ...samples[0], version: 0 }],
    ['the type of another fact', { ...samples[0], type: 'OrderPaid' }],
  ])('%s is no fact', (_what, value) => {
    expect(() => parseFact(value)).toThrow();
  });
});

describe('who hears of what', () => {
  const types = [accountFact, orderFact, payFact, deliveryFact, taxiFact, followFact, planFact].flatMap(({ options }) =>
    options.map(({ shape }) => shape.type.value),
  );

  test('is said of every fact that is published, and of no other', () => {
    expect(Object.keys(subscribers).toSorted()).toEqual(types.toSorted());
    expect(types.every(isFactType)).toBe(true);
    expect(isFactType('toString')).toBe(false);
  });

  test('names only subgraphs and views there are, none of them twice, and nobody who said it', () => {
    const publishers = {
      account: accountFact,
      order: orderFact,
      pay: payFact,
      delivery: deliveryFact,
      taxi: taxiFact,
      follow: followFact,
      plan: planFact,
    };
    for (const [type, names] of Object.entries<readonly Subscriber[]>(subscribers)) {
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect([...subgraphs, ...views]).toContain(name);
      const own = Object.entries(publishers).find(([, { options }]) =>
        options.some((o) => o.shape.type.value === type),
      );
      expect(names).not.toContain(own?.[0]);
    }
  });
});
