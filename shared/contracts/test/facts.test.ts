import { describe, expect, test } from 'vitest';
import {
  accountFact,
  deliveryFact,
  type FactType,
  isFactType,
  orderFact,
  parseFact,
  payFact,
  type SubgraphName,
  subgraphs,
  subscribers,
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
  const types = [accountFact, orderFact, payFact, deliveryFact].flatMap(({ options }) =>
    options.map(({ shape }) => shape.type.value),
  );

  test('is said of every fact that is published, and of no other', () => {
    expect(Object.keys(subscribers).toSorted()).toEqual(types.toSorted());
    expect(types.every(isFactType)).toBe(true);
    expect(isFactType('toString')).toBe(false);
  });

  test('names only subgraphs there are, none of them twice, and nobody who said it', () => {
    const publishers = { account: accountFact, order: orderFact, pay: payFact, delivery: deliveryFact };
    for (const [type, names] of Object.entries<readonly SubgraphName[]>(subscribers)) {
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(subgraphs).toContain(name);
      const own = Object.entries(publishers).find(([, { options }]) =>
        options.some((o) => o.shape.type.value === type),
      );
      expect(names).not.toContain(own?.[0]);
    }
  });
});
