import { describe, expect, test } from 'vitest';
import { benchLoad, type LoadResult, renderLoad, renderLoadChart, shortfallsOf } from '../src/index.ts';
import { Broken, failedBy, Refused, readAnswer, Unavailable } from '../src/load/answer.ts';
import { planArrivals } from '../src/load/arrivals.ts';
import { judge } from '../src/load/budget.ts';
import { figuresOf } from '../src/load/figures.ts';
import { readOptions } from '../src/load/options.ts';
import { type Profile, profilesOf } from '../src/load/profiles.ts';
import { openRecorder } from '../src/load/recorder.ts';
import { Over, startWalk, type Taken } from '../src/load/walk.ts';
import { emptyHistogram, mergeHistograms, percentileOf, record } from '../src/measure/histogram.ts';

const histogramOf = (values: readonly number[]) => {
  const histogram = emptyHistogram();
  for (const value of values) record(histogram, value);
  return histogram;
};

describe('a histogram', () => {
  test('tells any share of its values to two hundredths, from microseconds to hours, and its longest exactly', () => {
    const values = Array.from({ length: 2_000 }, (_, n) => 0.001 * 1.012 ** n);
    const histogram = histogramOf(values);
    for (const share of [0.001, 0.25, 0.5, 0.95, 0.99, 0.999]) {
      const exact = values[Math.ceil(values.length * share) - 1] ?? Number.NaN;
      const told = percentileOf(histogram, share) ?? Number.NaN;
      expect(told).toBeGreaterThan(exact - 0.001);
      expect(told).toBeLessThan(exact * 1.02 + 0.001);
    }
    expect(percentileOf(histogram, 1)).toBe(values.at(-1));
    expect(percentileOf(emptyHistogram(), 0.5)).toBeUndefined();
  });

  test('is the sum of others, also after it was sent', () => {
    const [some, more] = [histogramOf([1, 2, 40_000]), histogramOf([2, 300])];
    expect(mergeHistograms([some, JSON.parse(JSON.stringify(more))])).toEqual(histogramOf([1, 2, 40_000, 2, 300]));
  });
});

describe('time', () => {
  const walkFrom = (due: number, end: number) => {
    const taken: Taken[] = [];
    return { taken, walk: startWalk({ due, end, thinkMs: () => 0 }, (step) => taken.push(step)) };
  };

  test('runs from when a step was due, whenever it is begun', async () => {
    const { walk, taken } = walkFrom(performance.now() - 5_000, Number.POSITIVE_INFINITY);
    await walk.ask('late', async () => 'an answer');
    await walk.ask('next', async () => 'an answer');
    const [late, next] = taken;
    expect(late?.milliseconds).toBeGreaterThanOrEqual(5_000);
    // The next one was due when the first was answered.
    expect(next?.due).toBeCloseTo((late?.due ?? 0) + (late?.milliseconds ?? 0));
  });

  test('is over for who has not begun', async () => {
    const { walk, taken } = walkFrom(10, 5);
    await expect(walk.ask('too late', () => Promise.reject(new Error('was asked')))).rejects.toThrow(Over);
    expect(taken).toEqual([]);
  });

  test('of arrivals is settled in advance', () => {
    const plan = planArrivals({ perSecond: 200, seconds: 10 }).map(({ at }) => at);
    expect(plan).toEqual(plan.toSorted((a, b) => a - b));
    expect(plan.length).toBeGreaterThan(1_700);
    expect(plan.length).toBeLessThan(2_300);
    expect(plan.at(-1)).toBeLessThan(10_000);
  });
});

describe('an answer', () => {
  const http = { status: 200, retryAfter: undefined, text: '{"data":{"me":null}}' };

  test('is good when all of it is there', () => {
    expect(readAnswer(http)).toEqual({ me: null });
    const errors = [{ message: 'no', path: ['me', 'orders'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
    for (const [answer, words] of [
      [{ ...http, text: JSON.stringify({ data: { me: {} }, errors }) }, 'me: INTERNAL_SERVER_ERROR'],
      [{ ...http, status: 502, text: '<html>' }, 'HTTP 502, and no JSON'],
      [{ ...http, status: 503 }, 'HTTP 503'], // without a word when to come again it is no polite refusal
    ] as const)
      expect(() => readAnswer(answer)).toThrow(new Broken(words));
  });

  test('is a polite refusal when it says when to come again', () => {
    expect(() => readAnswer({ ...http, status: 503, retryAfter: '2' })).toThrow(Refused);
    expect(failedBy([{ message: 'no', extensions: { retryAfterSeconds: 3 } }])).toMatchObject({ retryAfterMs: 3_000 });
    const gone = { message: 'no', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
    expect(failedBy([gone])).toEqual(new Unavailable('SUBGRAPH_UNAVAILABLE'));
    // Of two faults the worse one counts.
    expect(failedBy([gone, { message: 'oh' }])).toEqual(new Broken('oh'));
    expect(failedBy({ code: 1013 })).toBeInstanceOf(Refused);
    expect(failedBy({ code: 1006 })).toEqual(new Broken('the socket closed: 1006'));
  });
});

test('what came is counted by step and second; who listens may take their time', () => {
  const { recording, note } = openRecorder(1_000);
  const asked = { step: 'menu', by: 'asking', milliseconds: 20, outcome: { kind: 'answered' } } as const;
  note({ ...asked, due: 1_500 });
  note({ ...asked, due: 2_100, outcome: { kind: 'refused' } });
  note({ ...asked, due: 2_200, step: 'live', by: 'listening', milliseconds: 5_000 });
  expect(recording.seconds.map((second) => figuresOf([second]).asked)).toEqual([1, 1]);
  expect(recording.lastBad).toBe(1_100);
  note({ ...asked, due: 4_000, milliseconds: 1_001 });
  expect(recording.lastBad).toBe(3_000);
  expect(figuresOf(recording.seconds)).toMatchObject({ asked: 3, answered: 2, refused: 1, broken: 0, longest: 1_001 });
});

test('a budget that is not met says which, and by how much; what was not measured is not met', () => {
  const budget = { goal: 'fast', is: 'at most', limit: 100, unit: 'ms', of: (value: number) => value } as const;
  expect(judge([budget], 100)).toMatchObject([{ isMet: true }]);
  expect(judge([budget], Number.NaN)).toMatchObject([{ isMet: false }]);
  const [verdict] = judge([budget], 130);
  const [profile] = profilesOf('whole').filter(({ kind }) => kind === 'bookers');
  if (profile?.kind !== 'bookers' || !verdict) throw new Error('There is no such profile.');
  const booked = { kinds: new Map(), askedAgain: new Map(), unanswered: 0, completed: 0, requestMs: [], answerMs: [] };
  const result: LoadResult = {
    forms: [
      {
        form: 'one process',
        bus: 'PostgreSQL',
        outcomes: [{ kind: 'booked', profile, booked: { ...booked, seconds: 1 }, verdicts: [verdict] }],
      },
    ],
    ...{ members: 1, machine: 'a machine', loads: [0, 0] },
  };
  expect(shortfallsOf(result)).toEqual(['one process, bookers: fast; it is 130 ms, 30 ms too much']);
  expect(renderLoad(result, '')).toContain('| one process | bookers | fast | 130 ms | **not met** |');
});

test('options that can not be are refused with what can', () => {
  expect(() => readOptions(['--profiles', 'lode'])).toThrow("--profiles can't be lode; there is smoke, load, day,");
  expect(() => readOptions(['--form', 'two'])).toThrow("--form can't be two; there is one-process, many-processes.");
  expect(readOptions(['--profiles', 'pay', '--form', 'one-process'])).toMatchObject({ isWhole: false, members: 100 });
  expect(readOptions([])).toMatchObject({ isWhole: true });
});

test('people come to a whole Moa, and a report tells what they met', { timeout: 60_000 }, async () => {
  const [smoke] = profilesOf('whole');
  if (smoke?.kind !== 'arrivals') throw new Error('There is no such profile.');
  const profiles: readonly Profile[] = [
    { ...smoke, perSecond: 10, seconds: 2, thinkMs: 10 },
    { ...smoke, name: 'users', kind: 'users', stages: [{ users: 2, seconds: 1 }] },
  ];
  const session = { report: () => {}, signal: new AbortController().signal };
  const result = await benchLoad({
    ...session,
    forms: ['one process'],
    profiles,
    members: 3,
    drivers: 2,
    warmUpSeconds: 0,
  });
  expect(shortfallsOf(result)).toEqual([]);
  const report = renderLoad(result, 'npm run bench:load');
  expect(report).toMatch(/\| one process \| smoke \| every step is answered \| 0 not answered \| met \|/);
  expect(report).toMatch(/\| 10 arrivals a second \| \d+ \| \d+ \| 0 \| 0 \| 0 \|/);
  expect(report).not.toMatch(/NaN|undefined|Infinity/);
  const [form] = result.forms;
  if (!form) throw new Error('Nothing was measured.');
  expect(renderLoadChart(form)).not.toMatch(/NaN|undefined|Infinity/);
});
