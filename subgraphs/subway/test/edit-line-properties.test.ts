import type { Outcome } from '@moa/subgraph';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSection, type NewSection, newLine, removeStation } from '../src/domain/edit-line.ts';
import { isCircular, type Line, stopsOf } from '../src/domain/line.ts';
import { expectSound, metersOf, secondsOf } from './line-invariants.ts';
import { seoul } from './seoul.ts';

type Edit = { readonly kind: 'add'; readonly section: NewSection } | { readonly kind: 'remove'; readonly stop: string };

const strangers = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6'];

const smallLine: Line = {
  id: 'S',
  name: '작은 노선',
  nameEn: 'Small Line',
  color: '#000000',
  surcharge: 0,
  branches: [
    { name: 'MAIN', isOneWay: false, stops: ['A', 'B', 'C', 'D'], sections: [1_000, 20, 3].map(sectionOf) },
    { name: 'LOOP', isOneWay: true, stops: ['B', 'E', 'F', 'G', 'B'], sections: [500, 1, 70, 300].map(sectionOf) },
    { name: 'WEST', isOneWay: false, stops: ['D', 'H', 'F'], sections: [9, 900].map(sectionOf) },
  ],
};

function sectionOf(distanceMeters: number) {
  return { distanceMeters, durationSeconds: Math.ceil(distanceMeters / 2), source: 'KORAIL' as const };
}

const newlyMade = newLine(smallLine, {
  upStationId: 'A',
  downStationId: 'B',
  distanceMeters: 900,
  durationSeconds: 90,
});
const lines = [smallLine, ...(newlyMade.kind === 'done' ? [newlyMade.value] : []), ...seoul.lines.values()];

/** Mostly an edit that makes sense: which stops and branches there are is only known when its turn comes. */
const wishes = fc.record({
  isRemoval: fc.boolean(),
  known: fc.nat(),
  other: fc.nat(),
  isUpNew: fc.boolean(),
  isOther: fc.constantFrom(true, false, false, false),
  branch: fc.constantFrom('of the stop', 'of the stop', 'of the stop', 'MAIN', 'NEW 1', 'NEW 2'),
  distanceMeters: fc.oneof(
    fc.constantFrom(0, 100_001, 1, 2),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 0, max: 2_000 }),
  ),
  durationSeconds: fc.oneof(
    fc.constantFrom(0, 36_001, 1, 2),
    fc.integer({ min: 1, max: 15 }),
    fc.integer({ min: 0, max: 200 }),
  ),
});

function editFrom(line: Line, wish: typeof wishes extends fc.Arbitrary<infer Wish> ? Wish : never): Edit {
  const stops = stopsOf(line);
  const stop = stops[wish.known % stops.length] ?? '';
  const others = wish.isOther ? [...stops, 'elsewhere'] : strangers;
  const other = others[wish.other % others.length] ?? '';
  if (wish.isRemoval) return { kind: 'remove', stop: wish.isOther ? other : stop };
  const own = line.branches.find((branch) => branch.stops.includes(stop))?.name ?? '';
  const branch = wish.branch === 'of the stop' ? own : wish.branch;
  const [upStationId, downStationId] = wish.isUpNew ? [other, stop] : [stop, other];
  const { distanceMeters, durationSeconds } = wish;
  return { kind: 'add', section: { branch, upStationId, downStationId, distanceMeters, durationSeconds } };
}

const after = (line: Line, edit: Edit): Outcome<Line, string> =>
  edit.kind === 'add' ? addSection(line, edit.section) : removeStation(line, edit.stop);

const lengthOf = (line: Line) => ({
  meters: line.branches.reduce((sum, branch) => sum + metersOf(branch), 0),
  seconds: line.branches.reduce((sum, branch) => sum + secondsOf(branch), 0),
});

/** Any write to it throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

const histories = fc.tuple(fc.constantFrom(...lines), fc.array(wishes, { minLength: 1, maxLength: 40 }));

/** Calls `look` at each edit of random ones, with the line before and what came of it. */
function forEachEdit(look: (before: Line, edit: Edit, outcome: Outcome<Line, string>) => void): void {
  fc.assert(
    fc.property(histories, ([first, wished]) => {
      let line = frozen(first);
      for (const wish of wished) {
        const edit = editFrom(line, wish);
        const outcome = after(line, edit);
        look(line, edit, outcome);
        if (outcome.kind === 'done') line = frozen(outcome.value);
      }
    }),
    { numRuns: 400 },
  );
}

describe('W5: whatever is edited in whatever order', () => {
  test('a line stays sound, and edits of all kinds are done and refused', () => {
    const seen = new Map<string, number>();
    forEachEdit((_before, { kind }, outcome) => {
      const codes = outcome.kind === 'done' ? ['done'] : outcome.refusals.map(({ code }) => code);
      for (const code of codes) seen.set(`${kind}: ${code}`, (seen.get(`${kind}: ${code}`) ?? 0) + 1);
      if (outcome.kind === 'done') expectSound(outcome.value);
    });
    const expected = ['done', 'SAME_STATION', 'TOUCHES_NOTHING', 'TOUCHES_BOTH_ENDS', 'TOO_LONG', 'TOO_SLOW']
      .concat(['DISTANCE_INVALID', 'DURATION_INVALID'])
      .map((code) => `add: ${code}`)
      .concat(['done', 'STATION_NOT_ON_LINE', 'LAST_SECTION', 'BRANCHES_MEET'].map((code) => `remove: ${code}`));
    expect([...seen.keys()].toSorted()).toEqual(expected.toSorted());
  });

  test('a section that splits another one keeps the length, and one at an end adds its own', () => {
    forEachEdit((before, edit, outcome) => {
      if (edit.kind === 'remove' || outcome.kind === 'refused') return;
      const { branch: name, upStationId, downStationId, distanceMeters, durationSeconds } = edit.section;
      const branch = before.branches.find((known) => known.name === name);
      const isAtEnd =
        !branch || (!isCircular(branch) && (branch.stops.at(-1) === upStationId || branch.stops[0] === downStationId));
      const [was, is] = [lengthOf(before), lengthOf(outcome.value)];
      expect(is.meters - was.meters).toBe(isAtEnd ? distanceMeters : 0);
      expect(is.seconds - was.seconds).toBe(isAtEnd ? durationSeconds : 0);
      expect(new Set(stopsOf(outcome.value))).toEqual(new Set([...stopsOf(before), upStationId, downStationId]));
    });
  });

  test('a station taken from the middle keeps the length, and one from an end takes its section along', () => {
    forEachEdit((before, edit, outcome) => {
      if (edit.kind === 'add' || outcome.kind === 'refused') return;
      const branch = before.branches.find(({ stops }) => stops.includes(edit.stop));
      if (!branch) throw new Error('Taken off a line that it was not on');
      const isFirst = !isCircular(branch) && branch.stops[0] === edit.stop;
      const isLast = !isCircular(branch) && branch.stops.at(-1) === edit.stop;
      const gone = isFirst ? branch.sections[0] : isLast ? branch.sections.at(-1) : undefined;
      const [was, is] = [lengthOf(before), lengthOf(outcome.value)];
      expect(was.meters - is.meters).toBe(gone?.distanceMeters ?? 0);
      expect(was.seconds - is.seconds).toBe(gone?.durationSeconds ?? 0);
      expect([...stopsOf(outcome.value), edit.stop].toSorted()).toEqual(stopsOf(before).toSorted());
    });
  });

  test('a station that is put on and taken off again leaves the stops and the length that there were', () => {
    forEachEdit((before, edit, outcome) => {
      if (edit.kind === 'remove' || outcome.kind === 'refused') return;
      const { upStationId, downStationId } = edit.section;
      const added = stopsOf(before).includes(upStationId) ? downStationId : upStationId;
      const back = removeStation(outcome.value, added);
      if (back.kind === 'refused') throw new Error('What was put on can not be taken off');
      const shapeOf = (line: Line) =>
        line.branches.map((branch) => [branch.stops, metersOf(branch), secondsOf(branch)]);
      expect(shapeOf(back.value)).toEqual(shapeOf(before));
    });
  });

  test('a line that is edited is a new one: the old one stays as it was', () => {
    // Lines are frozen in all these tests, so that an edit in place throws.
    forEachEdit((before, _edit, outcome) => {
      expect(Object.isFrozen(before.branches[0]?.stops)).toBe(true);
      if (outcome.kind === 'done') expect(outcome.value).not.toBe(before);
    });
  });
});
