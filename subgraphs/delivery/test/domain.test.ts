import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAccept, decideCancel, decideComplete } from '../src/domain/decide.ts';
import type { Delivery, DeliveryChange } from '../src/domain/delivery.ts';
import { viewOf } from '../src/domain/delivery-view.ts';
import { evolve } from '../src/domain/evolve.ts';
import { start, startCancelled } from '../src/domain/start.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (minute: number) => new Date(Date.UTC(2026, 0, 31, 12, minute));
const making = { id: id(8), orderId: id(100), customerId: id(1), address: '세종대로 110', now: at(0) };
const [kim, lee] = [id(60), id(61)];
const about = { deliveryId: id(8), orderId: id(100), customerId: id(1) };

const started = (): Delivery => start(making).delivery;
const cancelledBeforehand = (): Delivery => startCancelled(making).delivery;

/** A delivery that lived through these facts, a minute apart. */
const lived = (...facts: readonly DeliveryChange[]): Delivery =>
  facts.reduce((delivery, fact, index) => evolve(delivery, fact, at(index + 1)), started());
const acceptedBy = (courierId: string): DeliveryChange => ({
  type: 'DeliveryAccepted',
  ...about,
  version: 2,
  courierId,
});
const completedBy = (courierId: string): DeliveryChange => ({
  type: 'DeliveryCompleted',
  ...about,
  version: 3,
  courierId,
});
const cancelled = (version: number, courierId: string | null = null): DeliveryChange => ({
  type: 'DeliveryCancelled',
  ...about,
  version,
  courierId,
});

const accepted = () => lived(acceptedBy(kim));
const completed = () => lived(acceptedBy(kim), completedBy(kim));

type Decision = { kind: string; value?: unknown; refusals?: readonly { code: string }[] };
/** The facts of a decision, or the codes of its refusals. */
const outcome = ({ kind, value, refusals }: Decision) => (kind === 'done' ? value : refusals?.map(({ code }) => code));

describe('a delivery begins', () => {
  test('with the payment, and waits for a courier (F3)', () => {
    expect(start(making)).toMatchObject({
      delivery: { status: 'STARTED', version: 1, courierId: null, startedAt: at(0) },
      fact: { type: 'DeliveryStarted', ...about, version: 1 },
    });
  });
  test('cancelled, when the cancellation was faster', () => {
    expect(startCancelled(making)).toMatchObject({
      delivery: { status: 'CANCELLED', version: 1, startedAt: null, cancelledAt: at(0) },
      fact: { type: 'DeliveryCancelled', ...about, version: 1 },
    });
  });
});

describe('given a delivery, when a courier accepts it', () => {
  test.each<[string, () => Delivery, string, unknown]>([
    ['waits', started, kim, [acceptedBy(kim)]],
    ['is theirs', accepted, kim, []],
    ['is somebody else’s', accepted, lee, ['DELIVERY_ALREADY_ACCEPTED']],
    ['was theirs and is completed', completed, kim, []],
    ['was somebody else’s and is completed', completed, lee, ['DELIVERY_ALREADY_ACCEPTED']],
    ['is cancelled', () => lived(cancelled(2)), kim, ['DELIVERY_ALREADY_CANCELLED']],
    [
      'was theirs and is cancelled',
      () => lived(acceptedBy(kim), cancelled(3, kim)),
      kim,
      ['DELIVERY_ALREADY_CANCELLED'],
    ],
    ['never started', cancelledBeforehand, kim, ['DELIVERY_ALREADY_CANCELLED']],
  ])('that %s', (_name, given, who, then) => {
    expect(outcome(decideAccept(given(), who))).toEqual(then);
  });
});

describe('given a delivery, when somebody completes it', () => {
  test.each<[string, () => Delivery, string, unknown]>([
    ['that is theirs (F4)', accepted, kim, [completedBy(kim)]],
    ['that is theirs, again', completed, kim, []],
    ['that is somebody else’s', accepted, lee, ['NOT_ITS_COURIER']],
    ['that somebody else completed', completed, lee, ['NOT_ITS_COURIER']],
    ['that nobody accepted', started, kim, ['NOT_ITS_COURIER']],
    [
      'that was theirs and is cancelled',
      () => lived(acceptedBy(kim), cancelled(3, kim)),
      kim,
      ['DELIVERY_ALREADY_CANCELLED'],
    ],
    ['that never started', cancelledBeforehand, kim, ['NOT_ITS_COURIER']],
  ])('%s', (_name, given, who, then) => {
    expect(outcome(decideComplete(given(), who))).toEqual(then);
  });
});

describe('given a delivery, when order cancels it', () => {
  test.each<[string, () => Delivery, readonly DeliveryChange[]]>([
    ['that waits (F5)', started, [cancelled(2)]],
    ['that is on its way (F5)', accepted, [cancelled(3, kim)]],
    ['that is completed (F6)', completed, []],
    ['that is cancelled', () => lived(cancelled(2)), []],
    ['that never started', cancelledBeforehand, []],
  ])('%s', (_name, given, then) => {
    expect(decideCancel(given())).toEqual(then);
  });
});

describe('a delivery remembers', () => {
  test('each moment of its life', () => {
    expect(viewOf(completed())).toEqual({
      id: id(8),
      revision: 3,
      orderId: id(100),
      customerId: id(1),
      courierId: kim,
      status: 'COMPLETED',
      address: '세종대로 110',
      startedAt: '2026-01-31T12:00:00.000Z',
      acceptedAt: '2026-01-31T12:01:00.000Z',
      completedAt: '2026-01-31T12:02:00.000Z',
      cancelledAt: null,
    });
  });
  test('its courier when it is cancelled, so that the courier sees it', () => {
    expect(viewOf(lived(acceptedBy(kim), cancelled(3, kim)))).toMatchObject({ status: 'CANCELLED', courierId: kim });
  });
  test.each<[string, () => Delivery, DeliveryChange]>([
    ['a second courier', accepted, acceptedBy(lee)],
    ['completion by nobody', started, completedBy(kim)],
    ['completion by another courier', accepted, completedBy(lee)],
    ['cancellation after completion', completed, cancelled(4, kim)],
    ['completion after cancellation', () => lived(acceptedBy(kim), cancelled(3, kim)), completedBy(kim)],
  ])('nothing that can’t be: %s', (_name, given, fact) => {
    expect(() => evolve(given(), fact, at(9))).toThrow(`${fact.type} can't happen`);
  });
});

describe('whatever is asked in whatever order', () => {
  const courier = fc.constantFrom(kim, lee, id(62));
  const command = fc.oneof(
    courier.map((courierId) => ({ type: 'accept', courierId }) as const),
    courier.map((courierId) => ({ type: 'complete', courierId }) as const),
    fc.constant({ type: 'cancel' } as const),
  );
  type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;
  const beginning = fc.constantFrom(start(making), startCancelled(making));

  const decide = (delivery: Delivery, asked: Command): readonly DeliveryChange[] => {
    switch (asked.type) {
      case 'accept':
        return changesOf(decideAccept(delivery, asked.courierId));
      case 'complete':
        return changesOf(decideComplete(delivery, asked.courierId));
      case 'cancel':
        return decideCancel(delivery);
    }
  };
  const changesOf = (decision: { kind: 'done'; value: readonly DeliveryChange[] } | { kind: 'refused' }) =>
    decision.kind === 'done' ? decision.value : [];

  /** Each step: the state before, what it said, the state after. */
  const live = (delivery: Delivery, commands: readonly Command[]) => {
    let before = delivery;
    return commands.map((asked) => {
      const facts = decide(before, asked);
      const step = { asked, before, facts, after: facts.reduce((latest, fact) => evolve(latest, fact, at(1)), before) };
      before = step.after;
      return step;
    });
  };
  const property = (check: (steps: ReturnType<typeof live>) => void) =>
    fc.assert(
      fc.property(beginning, fc.array(command, { maxLength: 12 }), ({ delivery }, commands) =>
        check(live(delivery, commands)),
      ),
      { numRuns: 1_000 },
    );

  test('it is completed or cancelled, never both and never twice', () => {
    property((steps) => {
      const ends = steps.flatMap(({ facts }) => facts).filter(({ type }) => type !== 'DeliveryAccepted');
      const beganEnded = steps[0]?.before.status === 'CANCELLED';
      expect(ends.length).toBeLessThanOrEqual(beganEnded ? 0 : 1);
    });
  });
  test('its version grows by one with each fact, and with nothing else', () => {
    property((steps) => {
      for (const { before, facts, after } of steps) {
        expect(facts.map(({ version }) => version)).toEqual(facts.map((_fact, index) => before.version + index + 1));
        expect(after.version).toBe(before.version + facts.length);
        if (facts.length === 0) expect(after).toBe(before);
      }
    });
  });
  test('one courier at most has it, and only that one completes it', () => {
    property((steps) => {
      const facts = steps.flatMap((step) => step.facts);
      const couriers = new Set(
        facts.flatMap((fact) => ('courierId' in fact && fact.courierId ? [fact.courierId] : [])),
      );
      expect(couriers.size).toBeLessThanOrEqual(1);
      expect(facts.filter(({ type }) => type === 'DeliveryAccepted').length).toBe(couriers.size);
    });
  });
  test('what was decided happens, and asking again says nothing new', () => {
    property((steps) => {
      for (const { asked, facts, after } of steps) {
        const last = facts.at(-1);
        if (last?.type === 'DeliveryAccepted')
          expect(after).toMatchObject({ status: 'STARTED', courierId: last.courierId });
        if (last?.type === 'DeliveryCompleted') expect(after.status).toBe('COMPLETED');
        if (last?.type === 'DeliveryCancelled') expect(after.status).toBe('CANCELLED');
        expect(decide(after, asked)).toEqual([]);
      }
    });
  });
  test('its states are those of the picture in the README', () => {
    const arrows = new Set(
      [start(making), startCancelled(making)].map(({ delivery, fact }) => `[*] --> ${delivery.status}: ${fact.type}`),
    );
    property((steps) => {
      for (const { before, facts, after } of steps) {
        for (const { type } of facts) arrows.add(`${before.status} --> ${after.status}: ${type}`);
      }
    });
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const drawn = readme.match(/^ {2}\S+ --> \S+: \S+$/gm)?.map((line) => line.trim());
    expect(drawn?.sort()).toEqual([...arrows].sort());
  });
});
