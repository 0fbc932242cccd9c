import { describe, expect, test } from 'vitest';
import { breakerSeen, renderTaxi, type TaxiResult } from '../src/index.ts';

const books = { bookings: 20, completed: 3, unanswered: 0, longestSeconds: 11.8, wronglyCharged: 0 };
const measured: TaxiResult['publicly'] = {
  result: {
    kinds: new Map([
      ['a driver comes', 15],
      ['refused: NO_CAR_FREE', 5],
    ]),
    askedAgain: new Map(),
    unanswered: 0,
    completed: 3,
    requestMs: [10, 20, 30],
    answerMs: [100, 200, 300],
    seconds: 2,
  },
  books,
  drivers: 25,
};
const fare: TaxiResult['fares'][number] = {
  name: 'pay stopped',
  rides: 2,
  kinds: new Map([
    ['PAYMENT_UNAVAILABLE', 4],
    ['paid', 2],
  ]),
  answerMs: [500, 3_000],
  breaker: { openings: 1, closings: 1 },
  seconds: 4,
};
const result: TaxiResult = {
  bookers: 255,
  bus: 'Redis',
  publicly: measured,
  atTheDoor: { ...measured, drivers: 306 },
  fares: [fare],
  fareBooks: books,
  machine: 'a machine',
  loads: [1, 2],
};
const render = (change: Partial<TaxiResult>) => renderTaxi({ ...result, ...change }, { command: 'npm run bench:taxi' });

describe('the report of the taxi bench', () => {
  test('says of each goal that it is met, and what was measured', () => {
    const report = render({});
    expect(report.match(/^- met: /gm)).toHaveLength(4);
    expect(report).toContain('| refused: NO_CAR_FREE | 5 | 5 |');
    expect(report).toContain('| told, longest, ms | 300 | 300 |');
    expect(report).toContain('| breaker opened, closed | 1, 1 |');
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('says so when one is not met', () => {
    const unmet = (change: Partial<TaxiResult>) => render(change).match(/^- \*\*not met\*\*: .*$/gm);
    expect(unmet({ publicly: { ...measured, books: { ...books, unanswered: 2 } } })).toEqual([
      '- **not met**: every booking is answered within 60 s; 2 were not',
    ]);
    expect(unmet({ fares: [{ ...fare, answerMs: [5_010] }] })?.[0]).toContain('the longest took 5.01 s');
    expect(unmet({ fares: [{ ...fare, breaker: { openings: 0, closings: 0 } }] })?.[0]).toContain('opened 0 times');
    expect(unmet({ fareBooks: { ...books, wronglyCharged: 1 } })?.[0]).toContain('1 were not');
  });
});

describe('the breaker, as answers show it', () => {
  const turnedAway = (from: number) => ({ from, to: from + 5, kind: 'PAYMENT_UNAVAILABLE' });
  const tooSlow = { from: 0, to: 3_100, kind: 'PAYMENT_UNAVAILABLE' };

  test('is open from the first that is turned away at once to the first that gets through after that', () => {
    const seen = [tooSlow, turnedAway(3_200), turnedAway(3_300), { from: 3_100, to: 3_400, kind: 'paid' }];
    expect(breakerSeen(seen)).toEqual({ openings: 1, closings: 0 });
    const busy = { from: 3_500, to: 3_600, kind: 'SERVICE_UNAVAILABLE' };
    expect(breakerSeen([...seen, busy])).toEqual({ openings: 1, closings: 0 });
    expect(breakerSeen([...seen, { from: 5_300, to: 5_800, kind: 'paid' }])).toEqual({ openings: 1, closings: 1 });
  });

  test('is not open where everybody waited', () => {
    expect(breakerSeen([tooSlow, { from: 0, to: 600, kind: 'paid' }])).toEqual({ openings: 0, closings: 0 });
  });
});
