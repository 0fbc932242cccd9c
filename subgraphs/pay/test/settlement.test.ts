import { readFileSync } from 'node:fs';
import type { FactOf, PayFact } from '@moa/contracts';
import { won } from '@moa/money';
import { toMermaid } from '@moa/saga';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '../src/domain/evolve.ts';
import type { Payment } from '../src/domain/payment.ts';
import { labelOf } from '../src/domain/payment-method.ts';
import { type Demand, neverRequested, requestPayment } from '../src/domain/request.ts';
import { type SettlementCommand, type SettlementEvent, settlement } from '../src/domain/settlement.ts';
import { referenceOf } from '../src/domain/subject.ts';

const now = new Date('2026-01-31T12:00:00Z');
const orderPlaced: FactOf<'OrderPlaced'> = {
  type: 'OrderPlaced',
  version: 1,
  orderId: '0197aaaa-0000-7000-8000-000000000001',
  customerId: '0197aaaa-0000-7000-8000-000000000002',
  paymentMethodId: '0197aaaa-0000-7000-8000-000000000003',
  total: 24_000,
};
const orderCancelled: FactOf<'OrderCancelled'> = {
  type: 'OrderCancelled',
  version: 2,
  orderId: orderPlaced.orderId,
  customerId: orderPlaced.customerId,
  reason: 'CUSTOMER',
};
const forOrder: Demand = {
  subject: { kind: 'ORDER', orderId: orderPlaced.orderId },
  payerId: orderPlaced.customerId,
  amount: won(orderPlaced.total),
};
const rideId = '0197aaaa-0000-7000-8000-000000000005';
const forRide: Demand = { ...forOrder, subject: { kind: 'RIDE', rideId } };
const purchaseId = '0197aaaa-0000-7000-8000-000000000006';
const forTokens: Demand = { ...forOrder, subject: { kind: 'TOKENS', purchaseId, quantity: 48 } };
const circumstances = { id: '0197aaaa-0000-7000-8000-000000000004', now };
const theirs = { id: orderPlaced.paymentMethodId, memberId: orderPlaced.customerId };
const pending = requestPayment(forOrder, theirs, circumstances).payment;

const captured: SettlementEvent = { type: 'ChargeCaptured', chargeId: 'ch_1' };
const refused: SettlementEvent = { type: 'ChargeRefused', code: 'card_declined', message: 'No.' };
const cancelled: SettlementEvent = { type: 'OrderCancelled' };
const refunded: SettlementEvent = { type: 'Refunded', at: now };

/** What the actions do, without a database. */
function advance(payment: Payment, event: SettlementEvent) {
  const step = settlement.next(payment.state, payment, event);
  return step
    ? { payment: evolve(payment, step.to, event), commands: step.commands }
    : { payment, commands: [] as const };
}

function nameOf(command: SettlementCommand): string {
  switch (command.kind) {
    case 'fact':
      return command.fact.type;
    case 'job':
      return command.name;
    case 'tokens':
      return command.movement.kind;
  }
}
const told = (commands: readonly SettlementCommand[]) => commands.map(nameOf);

describe('F2, F5: the conversation of a payment', () => {
  test.each([
    ['captured', [captured], ['PaymentCaptured'], 'CAPTURED'],
    ['refused', [refused], ['PaymentRefused'], 'REFUSED'],
    [
      'cancelled afterwards',
      [captured, cancelled, refunded],
      ['PaymentCaptured', 'refundPayment', 'PaymentRefunded'],
      'REFUNDED',
    ],
    [
      'cancelled while it is charged',
      [cancelled, captured, refunded],
      ['PaymentCaptured', 'refundPayment', 'PaymentRefunded'],
      'REFUNDED',
    ],
    ['cancelled, then refused', [cancelled, refused], ['PaymentRefused'], 'REFUSED'],
    [
      'repeated all along',
      [captured, captured, refused, cancelled, cancelled, refunded, refunded, cancelled],
      ['PaymentCaptured', 'refundPayment', 'PaymentRefunded'],
      'REFUNDED',
    ],
    ['refused, and its order cancelled for that', [refused, cancelled], ['PaymentRefused'], 'REFUSED'],
  ] as const)('%s', (_name, events, expected, state) => {
    const commands: SettlementCommand[] = [];
    let payment: Payment = pending;
    for (const event of events) {
      const next = advance(payment, event);
      payment = next.payment;
      commands.push(...next.commands);
    }
    expect(told(commands)).toEqual(expected);
    expect(payment.state).toBe(state);
  });

  test.each([
    ['captured', captured, { type: 'RidePaid', amount: 24_000 }],
    ['refused', refused, { type: 'RidePaymentRefused', amount: 24_000, reason: 'card_declined', message: 'No.' }],
  ] as const)('T7: of a ride: %s', (_name, event, told) => {
    const { commands } = advance(requestPayment(forRide, theirs, circumstances).payment, event);
    const about = { paymentId: circumstances.id, version: 2, payerId: orderPlaced.customerId, rideId };
    expect(commands).toEqual([{ kind: 'fact', fact: { ...about, ...told } }]);
  });

  test('P9: of tokens: they are booked with the money, and told', () => {
    const bought = requestPayment(forTokens, theirs, circumstances).payment;
    const memberId = orderPlaced.customerId;
    expect(advance(bought, captured).commands).toEqual([
      {
        kind: 'tokens',
        movement: { kind: 'PURCHASE', memberId, from: 'SOLD', to: 'MEMBER', amount: 48, reference: purchaseId },
      },
      { kind: 'fact', fact: { type: 'TokensBought', version: 2, purchaseId, memberId, quantity: 48, amount: 24_000 } },
    ]);
    expect(advance(bought, refused)).toMatchObject({ payment: { state: 'REFUSED' }, commands: [] });
    expect(advance(advance(bought, captured).payment, captured).commands).toEqual([]);
  });

  test('what the provider is told ends with the id of what is paid for', () => {
    expect(referenceOf(forOrder.subject)).toBe(`모아 주문 ${orderPlaced.orderId}`);
    expect(referenceOf(forRide.subject)).toBe(`모아 택시 ${rideId}`);
    expect(referenceOf(forTokens.subject)).toBe(`모아 토큰 ${purchaseId}`);
  });

  test('every change counts, and facts carry the count', () => {
    const charged = advance(pending, captured);
    expect(charged.commands[0]).toMatchObject({ fact: { version: 2, amount: 24_000 } });
    const voided = advance(charged.payment, cancelled);
    expect(voided.payment).toMatchObject({ version: 3, state: 'REFUNDING', chargeId: 'ch_1' });
    expect(advance(voided.payment, refunded)).toMatchObject({
      payment: { version: 4, state: 'REFUNDED', chargeId: 'ch_1', refundedAt: now },
      commands: [{ fact: { version: 4, type: 'PaymentRefunded', amount: 24_000 } }],
    });
  });

  test('a payment can not come to a state without what belongs to it', () => {
    expect(() => evolve(pending, 'REFUNDED', refunded)).toThrow('REFUNDED');
    expect(() => evolve(advance(pending, captured).payment, 'PENDING', cancelled)).toThrow('PENDING');
  });
});

describe('how a payment begins', () => {
  test('waits for its charge', () => {
    expect(requestPayment(forOrder, theirs, circumstances)).toEqual({
      payment: {
        id: circumstances.id,
        version: 1,
        subject: forOrder.subject,
        payerId: orderPlaced.customerId,
        amount: 24_000,
        createdAt: now,
        state: 'PENDING',
        paymentMethodId: orderPlaced.paymentMethodId,
      },
      commands: [{ kind: 'job', name: 'chargePayment', data: { paymentId: circumstances.id } }],
    });
  });

  test.each([
    ['PAYMENT_METHOD_UNKNOWN', forOrder, null],
    ['PAYMENT_METHOD_UNKNOWN', forOrder, { ...theirs, memberId: '0197aaaa-0000-7000-8000-000000000009' }],
    ['AMOUNT_OUT_OF_RANGE', { ...forOrder, amount: won(0) }, theirs],
    ['AMOUNT_OUT_OF_RANGE', { ...forOrder, amount: won(1_000_000_001) }, theirs],
  ])('is refused at once with %s', (code, demand, method) => {
    const { payment, commands } = requestPayment(demand, method, circumstances);
    expect(payment).toMatchObject({ state: 'REFUSED', code, version: 1 });
    expect(commands).toMatchObject([{ fact: { type: 'PaymentRefused', reason: code, version: 1 } }]);
    expect('message' in payment && payment.message).toMatch(/[가-힣].*[a-z]/);
  });

  test('of a ride, or of tokens: the job is only the net below who asked for it', () => {
    expect(requestPayment(forRide, theirs, circumstances)).toMatchObject({
      payment: { state: 'PENDING', subject: { kind: 'RIDE', rideId } },
      commands: [{ name: 'chargeRide', data: { paymentId: circumstances.id }, delayMs: 5_000 }],
    });
    expect(requestPayment(forTokens, theirs, circumstances).commands).toMatchObject([
      { name: 'chargeTokens', data: { paymentId: circumstances.id }, delayMs: 5_000 },
    ]);
    expect(requestPayment(forTokens, null, circumstances).commands).toEqual([]);
    expect(requestPayment(forRide, null, circumstances).commands).toMatchObject([
      { fact: { type: 'RidePaymentRefused', rideId, reason: 'PAYMENT_METHOD_UNKNOWN', version: 1 } },
    ]);
  });

  test('an order cancelled before it was heard of leaves a mark that listens to nothing', () => {
    const mark = neverRequested(orderCancelled, circumstances);
    expect(mark).toMatchObject({ state: 'REFUSED', code: 'ORDER_CANCELLED', amount: won(0) });
    for (const event of [captured, refused, cancelled, refunded]) expect(advance(mark, event).commands).toEqual([]);
  });
});

/** Order's messages, pay's jobs and the provider's books, in a world where everything may come late, twice, or unanswered. */
class World {
  payment: Payment | undefined;
  orderIsCancelled = false;
  readonly facts: PayFact[] = [];
  readonly jobs = new Set<string>();
  readonly books = { captured: 0, refunded: 0 };
  readonly cardIsGood: boolean;
  private answer: SettlementEvent | undefined;

  constructor(cardIsGood: boolean) {
    this.cardIsGood = cardIsGood;
  }

  readonly moves = {
    place: () => {
      const { payment, commands } = requestPayment(forOrder, theirs, circumstances);
      if (this.payment) return;
      this.payment = payment;
      this.carry(commands);
    },
    cancel: () => {
      this.orderIsCancelled = true;
      if (this.payment) this.hear(cancelled);
      else this.payment = neverRequested(orderCancelled, circumstances);
    },
    charge: () => this.charge(true),
    chargeUnanswered: () => this.charge(false),
    refund: () => this.refund(true),
    refundUnanswered: () => this.refund(false),
    /** The answer of an earlier run that was slow to come back. */
    lateAnswer: () => {
      if (this.answer && this.payment) this.hear(this.answer);
    },
  };

  /** Everything that is still to come comes: the jobs run until they are answered. */
  settle(): void {
    this.moves.place();
    this.moves.charge();
    this.moves.refund();
  }

  private charge(answered: boolean): void {
    const { payment } = this;
    if (!this.jobs.has('chargePayment') || (payment?.state !== 'PENDING' && payment?.state !== 'VOIDING')) return;
    // One key, one charge.
    if (this.cardIsGood) this.books.captured = payment.amount;
    this.answer = this.cardIsGood ? captured : refused;
    if (answered) this.hear(this.answer);
  }

  private refund(answered: boolean): void {
    const { payment } = this;
    if (!this.jobs.has('refundPayment') || payment?.state !== 'REFUNDING') return;
    this.books.refunded = payment.amount;
    if (answered) this.hear(refunded);
  }

  private hear(event: SettlementEvent): void {
    if (!this.payment) throw new Error('Nobody is there to hear it.');
    const { payment, commands } = advance(this.payment, event);
    this.payment = payment;
    this.carry(commands);
  }

  private carry(commands: readonly SettlementCommand[]): void {
    for (const command of commands) {
      if (command.kind === 'fact') this.facts.push(command.fact);
      if (command.kind === 'job') this.jobs.add(command.name);
    }
  }
}

describe('N1: whatever is interleaved, lost or repeated', () => {
  const moves = ['place', 'cancel', 'charge', 'chargeUnanswered', 'refund', 'refundUnanswered', 'lateAnswer'] as const;

  test('money and facts agree, and a cancelled order costs nothing', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.constantFrom(...moves), { maxLength: 14 }), (cardIsGood, history) => {
        const world = new World(cardIsGood);
        for (const move of history) {
          world.moves[move]();
          expectSound(world);
        }
        world.settle();
        expectSound(world);

        const state = world.payment?.state;
        const net = world.books.captured - world.books.refunded;
        if (world.orderIsCancelled) {
          expect(net).toBe(0);
          expect(['REFUNDED', 'REFUSED']).toContain(state);
        } else {
          expect([state, net]).toEqual(cardIsGood ? ['CAPTURED', 24_000] : ['REFUSED', 0]);
        }
        expect(world.facts.reduce((sum, fact) => sum + signed(fact), 0)).toBe(net);
      }),
      { numRuns: 2_000 },
    );
  });

  const signed = (fact: PayFact): number => {
    switch (fact.type) {
      case 'PaymentCaptured':
      case 'RidePaid':
      case 'TokensBought':
        return fact.amount;
      case 'PaymentRefunded':
        return -fact.amount;
      case 'PaymentRefused':
      case 'RidePaymentRefused':
        return 0;
    }
  };

  function expectSound({ facts, books, payment }: World): void {
    const types = facts.map(({ type }) => type);
    expect([[], ['PaymentRefused'], ['PaymentCaptured'], ['PaymentCaptured', 'PaymentRefunded']]).toContainEqual(types);
    const versions = facts.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(payment?.version ?? 0).toBeGreaterThanOrEqual(versions.at(-1) ?? 0);
    expect(books.refunded).toBeLessThanOrEqual(books.captured);
  }
});

test('a label tells cards apart and shows nothing of the token', () => {
  const label = labelOf('member', 'tok_ok_visa');
  expect(label).toMatch(/^카드 ••••[0-9A-F]{4}$/);
  expect(labelOf('member', 'tok_ok_visa')).toBe(label);
  expect(labelOf('member', 'tok_ok_master')).not.toBe(label);
  expect(labelOf('another', 'tok_ok_visa')).not.toBe(label);
});

test('the picture in the README is the saga', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`mermaid\n${toMermaid(settlement, 'PENDING')}\n\`\`\``);
});
