import type { Outcome } from '@moa/subgraph';
import { describe, expect, test } from 'vitest';
import { addSection, newLine, removeStation } from '../src/domain/edit-line.ts';
import type { Branch, Line, Section } from '../src/domain/line.ts';
import { newStation } from '../src/domain/new-station.ts';

const about = { id: 'L', name: '새노선', nameEn: 'New Line', color: '#00A84D', surcharge: 0 };
const published = (distanceMeters: number): Section => ({
  distanceMeters,
  durationSeconds: distanceMeters / 10,
  source: 'SEOUL_METRO',
});
/** Stops by a letter each, with 1,000 m and 100 s from each to the next. */
const branchOf = (stops: string, name = 'MAIN'): Branch => ({
  name,
  isOneWay: false,
  stops: [...stops],
  sections: [...stops].slice(1).map(() => published(1_000)),
});
const lineOf = (...branches: readonly Branch[]): Line => ({ ...about, branches });
const straight = lineOf(branchOf('ABCD'));
const circle = lineOf(branchOf('ABCDA'));
const forked = lineOf(branchOf('ABCD'), branchOf('CX', 'EAST'), branchOf('BYZD', 'WEST'));

const section = (upStationId: string, downStationId: string, more: Partial<Parameters<typeof addSection>[1]> = {}) => ({
  branch: 'MAIN',
  upStationId,
  downStationId,
  distanceMeters: 400,
  durationSeconds: 30,
  ...more,
});

function lineAfter(outcome: Outcome<Line, string>): Line {
  if (outcome.kind === 'refused') throw new Error(`Refused: ${outcome.refusals.map(({ code }) => code)}`);
  return outcome.value;
}
const codesOf = (outcome: Outcome<unknown, string>) =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code, field }) => [code, field?.join('.') ?? null]) : [];
/** As in `A 400 B 600 C`. */
const drawn = (line: Line, name = 'MAIN') => {
  const branch = line.branches.find((known) => known.name === name);
  return branch?.stops
    .map((stop, index) => [stop, branch.sections[index]?.distanceMeters ?? []].flat().join(' '))
    .join(' ');
};
const sourcesOf = (line: Line) => line.branches[0]?.sections.map(({ source }) => source);

describe('W5: a new line', () => {
  const ends = { upStationId: 'A', downStationId: 'B', distanceMeters: 1, durationSeconds: 1 };

  test('begins with one section, of its main branch', () => {
    const line = lineAfter(newLine({ ...about, name: ' 새노선 '.normalize('NFD'), color: '#00a84d' }, ends));
    expect(line).toEqual({
      ...about,
      branches: [
        {
          name: 'MAIN',
          isOneWay: false,
          stops: ['A', 'B'],
          sections: [{ distanceMeters: 1, durationSeconds: 1, source: 'ADMIN' }],
        },
      ],
    });
  });

  test.each([
    [{ name: '' }, 'NAME_INVALID', 'name'],
    [{ name: ' \0 ' }, 'NAME_INVALID', 'name'],
    [{ name: '가'.repeat(31) }, 'NAME_INVALID', 'name'],
    [{ nameEn: '' }, 'NAME_INVALID', 'nameEn'],
    [{ nameEn: 'a'.repeat(61) }, 'NAME_INVALID', 'nameEn'],
    [{ color: 'red' }, 'COLOR_INVALID', 'color'],
    [{ color: '#00A84' }, 'COLOR_INVALID', 'color'],
    [{ color: '#00A84DFF' }, 'COLOR_INVALID', 'color'],
    [{ surcharge: 10_001 }, 'SURCHARGE_INVALID', 'surcharge'],
    [{ surcharge: -1 }, 'SURCHARGE_INVALID', 'surcharge'],
  ])('is refused for %j', (wrong, code, field) => {
    expect(codesOf(newLine({ ...about, ...wrong }, ends))).toEqual([[code, field]]);
  });

  test('may use its limits', () => {
    const widest = { name: '가'.repeat(30), nameEn: 'a'.repeat(60), surcharge: 10_000 };
    const longest = { ...ends, distanceMeters: 100_000, durationSeconds: 36_000 };
    expect(lineAfter(newLine({ ...about, ...widest }, longest))).toMatchObject(widest);
  });

  test('is told all that is wrong at once', () => {
    const outcome = newLine(
      { ...about, name: '', nameEn: '', color: '', surcharge: 0.5 },
      { upStationId: 'A', downStationId: 'A', distanceMeters: 0, durationSeconds: 36_001 },
    );
    expect(codesOf(outcome)).toEqual([
      ['NAME_INVALID', 'name'],
      ['NAME_INVALID', 'nameEn'],
      ['COLOR_INVALID', 'color'],
      ['SURCHARGE_INVALID', 'surcharge'],
      ['SAME_STATION', 'downStationId'],
      ['DISTANCE_INVALID', 'distanceMeters'],
      ['DURATION_INVALID', 'durationSeconds'],
    ]);
  });
});

describe('W5: a new section', () => {
  test.each([
    ['up in the middle', straight, section('B', 'N'), 'A 1000 B 400 N 600 C 1000 D'],
    ['down in the middle', straight, section('N', 'C'), 'A 1000 B 600 N 400 C 1000 D'],
    ['up at the beginning', straight, section('A', 'N'), 'A 400 N 600 B 1000 C 1000 D'],
    ['down at the end', straight, section('N', 'D'), 'A 1000 B 1000 C 600 N 400 D'],
    ['down at the beginning', straight, section('N', 'A', { distanceMeters: 9_000 }), 'N 9000 A 1000 B 1000 C 1000 D'],
    ['up at the end', straight, section('D', 'N', { distanceMeters: 9_000 }), 'A 1000 B 1000 C 1000 D 9000 N'],
    ['up where a circle begins', circle, section('A', 'N'), 'A 400 N 600 B 1000 C 1000 D 1000 A'],
    ['down where a circle ends', circle, section('N', 'A'), 'A 1000 B 1000 C 1000 D 600 N 400 A'],
    ['in a circle', circle, section('N', 'D'), 'A 1000 B 1000 C 600 N 400 D 1000 A'],
  ])('touches %s', (_where, line, added, expected) => {
    expect(drawn(lineAfter(addSection(line, added)))).toBe(expected);
  });

  test('that splits another one leaves its rest with the source that it had', () => {
    const line = lineAfter(addSection(straight, section('B', 'N')));
    expect(sourcesOf(line)).toEqual(['SEOUL_METRO', 'ADMIN', 'SEOUL_METRO', 'SEOUL_METRO']);
    expect(line.branches[0]?.sections.map((one) => one.durationSeconds)).toEqual([100, 30, 70, 100]);
  });

  test('goes to the branch that is named', () => {
    const line = lineAfter(addSection(forked, section('B', 'N', { branch: 'WEST' })));
    expect(drawn(line, 'WEST')).toBe('B 400 N 600 Y 1000 Z 1000 D');
    expect(drawn(line)).toBe('A 1000 B 1000 C 1000 D');
  });

  test.each([
    [section('B', 'N', { branch: '새 지선-2' }), 'B 400 N'],
    [section('N', 'B', { branch: ' 새 지선-2 ' }), 'N 400 B'],
  ])('with a new name begins a branch: %j', (added, expected) => {
    const line = lineAfter(addSection(straight, added));
    expect(drawn(line, '새 지선-2')).toBe(expected);
    expect(line.branches.map(({ isOneWay }) => isOneWay)).toEqual([false, false]);
  });

  test.each([
    ['neither end', straight, section('N', 'M'), 'TOUCHES_NOTHING', null],
    ['neither end, with a new branch', straight, section('N', 'M', { branch: 'NEW' }), 'TOUCHES_NOTHING', null],
    ['a stop of another branch', forked, section('X', 'N'), 'TOUCHES_NOTHING', 'branch'],
    ['both ends', straight, section('A', 'D'), 'TOUCHES_BOTH_ENDS', null],
    ['both ends, on two branches', forked, section('A', 'X'), 'TOUCHES_BOTH_ENDS', null],
    ['both ends, with a new branch', straight, section('A', 'D', { branch: 'NEW' }), 'TOUCHES_BOTH_ENDS', null],
    ['one end, twice', straight, section('A', 'A'), 'SAME_STATION', 'downStationId'],
    ['one end, as long', straight, section('B', 'N', { distanceMeters: 1_000 }), 'TOO_LONG', 'distanceMeters'],
    ['one end, as slow', straight, section('N', 'B', { durationSeconds: 100 }), 'TOO_SLOW', 'durationSeconds'],
    ['one end, of no length', straight, section('D', 'N', { distanceMeters: 0 }), 'DISTANCE_INVALID', 'distanceMeters'],
    [
      'one end, too long',
      straight,
      section('D', 'N', { distanceMeters: 100_001 }),
      'DISTANCE_INVALID',
      'distanceMeters',
    ],
    ['one end, in no time', straight, section('D', 'N', { durationSeconds: 0 }), 'DURATION_INVALID', 'durationSeconds'],
    [
      'one end, in parts of seconds',
      straight,
      section('D', 'N', { durationSeconds: 1.5 }),
      'DURATION_INVALID',
      'durationSeconds',
    ],
    ['a branch without a name', straight, section('D', 'N', { branch: '  ' }), 'BRANCH_INVALID', 'branch'],
    ['a branch with a strange name', straight, section('D', 'N', { branch: 'A/B' }), 'BRANCH_INVALID', 'branch'],
    ['a branch with a long name', straight, section('D', 'N', { branch: 'A'.repeat(31) }), 'BRANCH_INVALID', 'branch'],
  ])('is refused when it touches %s', (_what, line, added, code, field) => {
    expect(codesOf(addSection(line, added))).toEqual([[code, field]]);
  });

  test('is told that it is both too long and too slow', () => {
    const outcome = addSection(straight, section('B', 'N', { distanceMeters: 5_000, durationSeconds: 500 }));
    expect(codesOf(outcome).map(([code]) => code)).toEqual(['TOO_LONG', 'TOO_SLOW']);
  });
});

describe('W5: a station that is taken off', () => {
  test.each([
    ['from the beginning takes its section along', straight, 'A', 'B 1000 C 1000 D'],
    ['from the end takes its section along', straight, 'D', 'A 1000 B 1000 C'],
    ['from the middle leaves one section of two', straight, 'C', 'A 1000 B 2000 D'],
    ['from a circle leaves a circle', circle, 'C', 'A 1000 B 2000 D 1000 A'],
    ['from where a circle begins lets it begin at the next', circle, 'A', 'B 1000 C 1000 D 2000 B'],
  ])('%s', (_what, line, stop, expected) => {
    expect(drawn(lineAfter(removeStation(line, stop)))).toBe(expected);
  });

  test('from a branch between two joints leaves that branch', () => {
    expect(drawn(lineAfter(removeStation(lineAfter(removeStation(forked, 'Y')), 'Z')), 'WEST')).toBe('B 3000 D');
  });

  test('leaves the source of both sections, or an estimate', () => {
    expect(sourcesOf(lineAfter(removeStation(straight, 'B')))).toEqual(['SEOUL_METRO', 'SEOUL_METRO']);
    const mixed = lineAfter(addSection(straight, section('B', 'N')));
    expect(sourcesOf(lineAfter(removeStation(mixed, 'N')))).toEqual(['SEOUL_METRO', 'ESTIMATED', 'SEOUL_METRO']);
  });

  test('takes a branch along that has no section left', () => {
    expect(lineAfter(removeStation(forked, 'X')).branches.map(({ name }) => name)).toEqual(['MAIN', 'WEST']);
  });

  test('lets the next branch be the main one when that has no section left', () => {
    const line = lineOf(branchOf('AB'), branchOf('BCD', 'EAST'), branchOf('BX', 'WEST'));
    const after = lineAfter(removeStation(line, 'A'));
    expect(after.branches.map(({ name, stops }) => `${name} ${stops.join('')}`)).toEqual(['MAIN BCD', 'WEST BX']);
  });

  test.each([
    ['is on no branch', straight, 'N', 'STATION_NOT_ON_LINE', 'stationId'],
    ['is on two branches', forked, 'C', 'BRANCHES_MEET', 'stationId'],
    ['is where two branches end', forked, 'D', 'BRANCHES_MEET', 'stationId'],
    ['begins the last section', lineOf(branchOf('AB')), 'A', 'LAST_SECTION', null],
    ['ends the last section', lineOf(branchOf('AB')), 'B', 'LAST_SECTION', null],
    ['is one of three in a circle', lineOf(branchOf('ABCA')), 'B', 'LAST_SECTION', null],
    ['begins a circle of three', lineOf(branchOf('ABCA')), 'A', 'LAST_SECTION', null],
    [
      'is one of three in a circle that is a branch',
      lineOf(branchOf('AX'), branchOf('ABCA', 'LOOP')),
      'B',
      'LAST_SECTION',
      null,
    ],
  ])('stays when it %s', (_what, line, stop, code, field) => {
    expect(codesOf(removeStation(line, stop))).toEqual([[code, field]]);
  });
});

describe('W5: a new station', () => {
  const station = { id: 'S', name: '새역', nameEn: 'New', latitude: 37.5, longitude: 127 };

  test('has tidy names', () => {
    const outcome = newStation({ ...station, name: '  새역 '.normalize('NFD'), nameEn: 'New   York' });
    expect(outcome).toEqual({ kind: 'done', value: { ...station, nameEn: 'New York' } });
  });

  test.each([
    [{ name: '' }, 'NAME_INVALID', 'name'],
    [{ name: '가'.repeat(31) }, 'NAME_INVALID', 'name'],
    [{ nameEn: ' ' }, 'NAME_INVALID', 'nameEn'],
    [{ nameEn: 'a'.repeat(61) }, 'NAME_INVALID', 'nameEn'],
    [{ latitude: 90.1 }, 'COORDINATES_INVALID', 'latitude'],
    [{ latitude: Number.NaN }, 'COORDINATES_INVALID', 'latitude'],
    [{ longitude: -180.1 }, 'COORDINATES_INVALID', 'longitude'],
  ])('is refused for %j', (wrong, code, field) => {
    expect(codesOf(newStation({ ...station, ...wrong }))).toEqual([[code, field]]);
  });
});
