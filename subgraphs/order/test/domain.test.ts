import { readFileSync } from 'node:fs';
import { won } from '@moa/money';
import { toMermaid } from '@moa/saga';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeliveryAnswer, decideCancelOrder } from '../src/domain/cancel.ts';
import { evolve } from '../src/domain/evolve.ts';
import { fulfilment } from '../src/domain/fulfilment.ts';
import { decideRegisterMenuItem } from '../src/domain/menu-item.ts';
import type { ForeignFact, Order, OrderChange } from '../src/domain/order.ts';
import { project, viewOf } from '../src/domain/order-view.ts';
import { decidePlaceOrder, type PlaceOrder } from '../src/domain/place.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = new Date('2026-01-31T12:00:00Z');
const bibimbap = { name: '비빔밥', price: won(9_000), soldOut: false };
const naengmyeon = { name: '냉면', price: won(11_000), soldOut: true };
const menu = new Map([
  [id(1), bibimbap],
  [id(2), naengmyeon],
]);
const placement = { id: id(100), customerId: id(50), now, menu };
const command: PlaceOrder = {
  lines: [{ menuItemId: id(1), quantity: 2 }],
  deliveryAddress: ' 세종대로 110 ',
  paymentMethodId: id(9),
  idempotencyKey: 'k',
};

const placed = (): Order => {
  const decision = decidePlaceOrder(command, placement);
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision));
  return decision.value;
};

describe('placing an order', () => {
  test('takes the prices of this moment', () => {
    expect(placed()).toMatchObject({
      status: 'ORDERED',
      version: 1,
      total: 18_000,
      deliveryAddress: '세종대로 110',
      lines: [{ name: '비빔밥', price: 9_000, quantity: 2 }],
    });
  });

  const codes = (change: Partial<PlaceOrder>) => {
    const decision = decidePlaceOrder({ ...command, ...change }, placement);
    return decision.kind === 'refused' ? decision.refusals.map(({ code, field }) => `${code} ${field?.join('.')}`) : [];
  };
  test.each<[string, Partial<PlaceOrder>, string]>([
    ['an empty order', { lines: [] }, 'NO_LINES lines'],
    ['51 lines', { lines: Array(51).fill({ menuItemId: id(1), quantity: 1 }) }, 'TOO_MANY_LINES lines'],
    ['quantity 0', { lines: [{ menuItemId: id(1), quantity: 0 }] }, 'QUANTITY_OUT_OF_RANGE lines.0.quantity'],
    ['quantity 10,000', { lines: [{ menuItemId: id(1), quantity: 10_000 }] }, 'QUANTITY_OUT_OF_RANGE lines.0.quantity'],
    ['an unknown dish', { lines: [{ menuItemId: id(3), quantity: 1 }] }, 'MENU_ITEM_NOT_FOUND lines.0.menuItemId'],
    ['a sold-out dish', { lines: [{ menuItemId: id(2), quantity: 1 }] }, 'MENU_ITEM_SOLD_OUT lines.0.menuItemId'],
    ['no address', { deliveryAddress: '  ' }, 'ADDRESS_INVALID deliveryAddress'],
    ['no payment method', { paymentMethodId: 'x' }, 'PAYMENT_METHOD_INVALID paymentMethodId'],
    ['no key', { idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID idempotencyKey'],
  ])('refuses %s', (_name, change, code) => {
    expect(codes(change)).toEqual([code]);
  });

  test('names all faults at once', () => {
    const twice = { menuItemId: id(1), quantity: 0 };
    expect(codes({ lines: [twice, twice], deliveryAddress: '' })).toHaveLength(4);
  });
});

describe('cancelling an order', () => {
  const paid = (): Order => ({ ...placed(), status: 'PAID' });
  const answers: readonly DeliveryAnswer[] = ['NOT_ASKED', 'CANCELLED', 'COMPLETED'];

  test('needs nobody before it is paid', () => {
    expect(decideCancelOrder(placed(), 'NOT_ASKED')).toMatchObject({ kind: 'done' });
  });
  test.each(answers)('of a paid order follows the delivery: %s (F7)', (answer) => {
    expect(decideCancelOrder(paid(), answer).kind).toBe(answer === 'CANCELLED' ? 'done' : 'refused');
  });
  test.each(answers)('is refused after completion, whatever delivery says: %s (F6)', (answer) => {
    expect(decideCancelOrder({ ...placed(), status: 'COMPLETED' }, answer)).toMatchObject({
      refusals: [{ code: 'ORDER_ALREADY_COMPLETED' }],
    });
  });
  test('twice is refused', () => {
    const cancelled: Order = { ...placed(), status: 'CANCELLED', reason: 'CUSTOMER' };
    expect(decideCancelOrder(cancelled, 'NOT_ASKED')).toMatchObject({
      refusals: [{ code: 'ORDER_ALREADY_CANCELLED' }],
    });
  });
});

describe('the order’s life, whatever arrives in whatever order', () => {
  const base = { orderId: id(100) };
  const payment = { ...base, paymentId: id(7) };
  const delivery = { ...base, deliveryId: id(8) };
  const foreignFact = fc.oneof(
    fc
      .integer({ min: 1, max: 3 })
      .chain((version) =>
        fc.constantFrom<ForeignFact>(
          { type: 'PaymentCaptured', ...payment, version, amount: 18_000 },
          { type: 'PaymentRefused', ...payment, version, reason: 'card_declined', message: 'no' },
          { type: 'PaymentRefunded', ...payment, version, amount: 18_000 },
          { type: 'DeliveryStarted', ...delivery, version },
          { type: 'DeliveryAccepted', ...delivery, version, courierId: id(60) },
          { type: 'DeliveryCompleted', ...delivery, version, courierId: id(60) },
          { type: 'DeliveryCancelled', ...delivery, version },
        ),
      ),
  );
  const event = fc.oneof(
    foreignFact.map((fact) => ({ kind: 'fact', fact }) as const),
    fc
      .constantFrom<DeliveryAnswer>('NOT_ASKED', 'CANCELLED', 'COMPLETED')
      .map((answer) => ({ kind: 'cancel', answer }) as const),
  );
  type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

  const changesOf = (order: Order, happening: Event): readonly OrderChange[] => {
    if (happening.kind === 'fact') return fulfilment.next(order.status, order, happening.fact)?.commands ?? [];
    const decision = decideCancelOrder(order, happening.answer);
    return decision.kind === 'done' ? decision.value : [];
  };

  test('the saga’s facts lead where its table says', () => {
    fc.assert(
      fc.property(foreignFact, fc.constantFrom<Order['status']>('ORDERED', 'PAID'), (fact, status) => {
        const order: Order = status === 'PAID' ? { ...placed(), status } : placed();
        const step = fulfilment.next(order.status, order, fact);
        if (step) expect(step.commands.reduce(evolve, order).status).toBe(step.to);
      }),
    );
  });

  test('it ends at most once, versions grow by one, and the view agrees with the order', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let order = placed();
        let view = viewOf(order);
        let ends = 0;
        for (const happening of events) {
          const changes = changesOf(order, happening);
          for (const change of changes) {
            expect(['COMPLETED', 'CANCELLED']).not.toContain(order.status);
            expect(change.version).toBe(order.version + 1);
            order = evolve(order, change);
            if (order.status === 'COMPLETED' || order.status === 'CANCELLED') ends += 1;
          }
          const facts = [...(happening.kind === 'fact' ? [happening.fact] : []), ...changes];
          const next = facts.reduce((latest, fact) => project(latest, fact, now), view);
          expect(next.revision).toBeGreaterThanOrEqual(view.revision);
          view = next;
        }
        expect(ends).toBeLessThanOrEqual(1);
        expect(view.status).toBe(order.status);
      }),
    );
  });
});

test('registering a dish names everything that is wrong', () => {
  const decision = decideRegisterMenuItem(
    { name: ' ', restaurant: 'x'.repeat(61), description: 'x'.repeat(501), price: won(99) },
    { id: id(1), merchantId: id(2) },
  );
  expect(decision).toMatchObject({
    refusals: [
      { code: 'NAME_INVALID' },
      { code: 'RESTAURANT_INVALID' },
      { code: 'DESCRIPTION_TOO_LONG' },
      { code: 'PRICE_OUT_OF_RANGE' },
    ],
  });
});

test('the picture in the README is the saga', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(toMermaid(fulfilment, 'ORDERED'));
});
