import { describe, expect, test } from 'vitest';
import { defineSaga, toMermaid } from '../src/index.ts';

type State = 'ASKED' | 'BOOKED' | 'ENDED';
type Event = { type: 'Confirmed'; seat: number } | { type: 'Refused'; why: string } | { type: 'Left' };
type Journey = { readonly id: string };

const journey = defineSaga<State, Event, Journey, string>({
  ASKED: {
    Confirmed: { to: 'BOOKED', send: ({ id }, { seat }) => [`charge ${id}`, `seat ${seat}`] },
    Refused: { to: 'ENDED', send: (_journey, { why }) => [`apologize: ${why}`] },
  },
  BOOKED: { Left: { to: 'ENDED' } },
  ENDED: {},
});

describe('a saga', () => {
  test('goes where the table says, and asks of others what stands there', () => {
    expect(journey.next('ASKED', { id: 'j-1' }, { type: 'Confirmed', seat: 7 })).toEqual({
      to: 'BOOKED',
      commands: ['charge j-1', 'seat 7'],
    });
    expect(journey.next('ASKED', { id: 'j-1' }, { type: 'Refused', why: 'full' })).toEqual({
      to: 'ENDED',
      commands: ['apologize: full'],
    });
  });

  test('a step may ask nothing of anybody', () => {
    expect(journey.next('BOOKED', { id: 'j-1' }, { type: 'Left' })).toEqual({ to: 'ENDED', commands: [] });
  });

  test.each([
    ['early', 'ASKED', { type: 'Left' }],
    ['repeated', 'BOOKED', { type: 'Confirmed', seat: 7 }],
    ['late', 'ENDED', { type: 'Refused', why: 'full' }],
  ] as const)('an event that comes %s has nothing to say', (_when, state, event) => {
    expect(journey.next(state, { id: 'j-1' }, event)).toBeUndefined();
  });

  test('an event named like something that every object has is none of the table', () => {
    const odd = { type: 'toString' } as unknown as Event; // as it may come out of a queue
    expect(journey.next('ASKED', { id: 'j-1' }, odd)).toBeUndefined();
  });

  test('is drawn as its table says', () => {
    expect(toMermaid(journey, 'ASKED')).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> ASKED',
        '  ASKED --> BOOKED: Confirmed',
        '  ASKED --> ENDED: Refused',
        '  BOOKED --> ENDED: Left',
        '  ENDED --> [*]',
      ].join('\n'),
    );
  });
});
