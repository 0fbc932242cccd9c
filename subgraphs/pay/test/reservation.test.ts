import { readFileSync } from 'node:fs';
import { toMermaid } from '@moa/saga';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerOf,
  hasToken,
  type Reservation,
  type ReservationEvent,
  reservationSaga,
} from '../src/domain/reservation.ts';
import { changeOf, purchase, type TokenMovement, welcome } from '../src/domain/token-ledger.ts';

const asked: Reservation = { recommendationId: 'r', memberId: 'm', state: 'NONE' };
const granted: ReservationEvent = { type: 'TokenGranted' };
const denied: ReservationEvent = { type: 'TokenDenied' };
const ready: ReservationEvent = { type: 'RecommendationReady' };
const failed: ReservationEvent = { type: 'RecommendationFailed' };

/** What the action does, without a database. */
function hear(events: readonly ReservationEvent[]) {
  let reservation = asked;
  const movements: TokenMovement[] = [];
  for (const event of events) {
    const step = reservationSaga.next(reservation.state, reservation, event);
    if (!step) continue;
    reservation = { ...reservation, state: step.to };
    movements.push(...step.commands);
  }
  return { state: reservation.state, booked: movements.map(({ kind }) => kind), movements };
}

describe('P9: the conversation about a token', () => {
  test.each([
    ['it comes', [granted, ready], 'CAPTURED', ['RESERVATION', 'CAPTURE']],
    ['it fails', [granted, failed], 'RELEASED', ['RESERVATION', 'RELEASE']],
    ['all is repeated', [granted, granted, ready, ready, granted], 'CAPTURED', ['RESERVATION', 'CAPTURE']],
    ['there is none', [denied, granted, ready, failed], 'REFUSED', []],
    ['it failed before it was asked for', [failed, granted, failed], 'RELEASED', []],
    ['it came before it was asked for', [ready, granted, ready], 'CAPTURED', ['RESERVATION', 'CAPTURE']],
    ['it came, and there was none', [ready, denied, granted], 'REFUSED', []],
    ['it failed twice', [granted, failed, failed, ready], 'RELEASED', ['RESERVATION', 'RELEASE']],
  ] as const)('%s', (_name, events, state, booked) => {
    expect(hear(events)).toMatchObject({ state, booked });
  });

  test('an account grants while it has one', () => {
    expect([0, 1, 5].map((balance) => answerOf(balance).type)).toEqual(['TokenDenied', 'TokenGranted', 'TokenGranted']);
  });

  test('whatever is heard: at most one token is taken, and it is there, spent or back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(granted, denied, ready, failed), { maxLength: 12 }), (events) => {
        const { state, movements } = hear(events);
        const change = movements.reduce((sum, movement) => sum + changeOf(movement), 0);
        expect(change).toBe(hasToken(state) ? -1 : 0);
        expect(new Set(movements.map(({ kind }) => kind)).size).toBe(movements.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('what comes to a member adds, what is set aside takes', () => {
    expect(changeOf(welcome('m'))).toBe(5);
    expect(changeOf(purchase('m', 'p', 7))).toBe(7);
  });
});

test('the picture in the README is the saga', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`mermaid\n${toMermaid(reservationSaga, 'NONE')}\n\`\`\``);
});
