import { describe, expect, test } from 'vitest';
import type { Branch, Line, SectionSource } from '../src/domain/line.ts';
import type { Network } from '../src/domain/network.ts';
import { createPathFinder, type Path, type PathCriterion } from '../src/domain/path-finder.ts';
import type { Station } from '../src/domain/station.ts';
import { shortestWays } from './path-reference.ts';
import { costOfPath, expectSoundPath } from './path-soundness.ts';
import { idOf, lineOf, nameOf, seoul } from './seoul.ts';

const criteria: readonly PathCriterion[] = ['DISTANCE', 'DURATION', 'TRANSFERS'];
const finder = createPathFinder(seoul);
const stations = [...seoul.stations.keys()];
const [, loop] = lineOf('6').branches;

function path(from: string, to: string, by: PathCriterion): Path {
  const found = finder.find(idOf(from), idOf(to), by);
  if (!found) throw new Error(`There is no way from ${from} to ${to}`);
  return found;
}
const drawn = (found: Path | null) => found?.stops.map(nameOf).join(' ');

/** Whether a path rides the one-way loop. */
const isRound = ({ legs }: Path): boolean =>
  legs.some(({ lineId, stops }) =>
    stops.some(
      (stop, index) => lineId === '6' && loop?.stops.includes(stop) && loop.stops.includes(stops[index + 1] ?? ''),
    ),
  );

describe('W2: in the Seoul metropolitan network', () => {
  const meters = shortestWays(seoul);
  const pairs = stations.flatMap((from) => stations.filter((to) => to !== from).map((to) => ({ from, to })));
  /** Some of the pairs, each station as often as the others. */
  const every = (nth: number) => pairs.filter((_pair, index) => index % nth === 0);

  test('all 649 × 648 ways are there, and as long as the way back but for those that ride the loop', () => {
    expect(pairs.length).toBe(420_552);
    expect(pairs.filter(({ from, to }) => !Number.isFinite(meters(from, to)))).toEqual([]);
    const twoWay = shortestWays({
      ...seoul,
      lines: new Map([...seoul.lines].map(([id, line]) => [id, bothWays(line)])),
    });
    expect(pairs.filter(({ from, to }) => twoWay(from, to) !== twoWay(to, from))).toEqual([]);
  });

  test.each([
    ['DISTANCE', 211],
    ['DURATION', 421],
    ['TRANSFERS', 421],
  ] as const)(
    'a path by %s is sound, and the way back costs the same unless one of the two rides the loop',
    (by, nth) => {
      for (const { from, to } of every(nth)) {
        const [there, back] = [finder.find(from, to, by), finder.find(to, from, by)];
        if (!there || !back) throw new Error(`No way from ${nameOf(from)} to ${nameOf(to)}, or none back`);
        if (!isRound(there) && !isRound(back)) expect(costOfPath(by, there)).toEqual(costOfPath(by, back));
        if (by === 'DISTANCE') expect(there.distanceMeters).toBe(meters(from, to));
        expect(new Set(there.stops).size).toBe(there.stops.length);
      }
      for (const { from, to } of every(nth * 23))
        expectSoundPath(finder.find(from, to, by) ?? path(nameOf(from), nameOf(to), by), { from, to, network: seoul });
    },
  );

  test('trains run round the Eungam loop in one direction', () => {
    expect(drawn(path('역촌', '응암', 'TRANSFERS'))).toBe('역촌 불광 독바위 연신내 구산 응암');
    expect(drawn(path('응암', '역촌', 'TRANSFERS'))).toBe('응암 역촌');
    expect(drawn(path('구산', '역촌', 'TRANSFERS'))).toBe('구산 응암 역촌');
    expect(path('구산', '새절', 'DURATION').transfers).toEqual([]);
  });

  test('line 2 is ridden whichever way round is shorter', () => {
    expect(drawn(path('시청', '아현', 'TRANSFERS'))).toBe('시청 충정로 아현');
    expect(drawn(path('충정로', '을지로입구', 'TRANSFERS'))).toBe('충정로 시청 을지로입구');
  });

  test('nobody changes trains twice at one station, though published figures make that faster', () => {
    // At 왕십리 it takes 165 s from line 5 to 경의중앙선, but 72 s to line 2 and 42 s on from there.
    const found = path('행당', '응봉', 'DURATION');
    expect(found.transfers).toEqual([
      {
        stationId: idOf('왕십리'),
        fromLineId: '5',
        toLineId: 'GJ',
        walkMeters: 198,
        walkSeconds: 165,
        isEstimated: false,
      },
    ]);
  });

  test('a transfer that is not published is taken to be a typical one', () => {
    const found = path('대방', '샛강', 'TRANSFERS');
    expect(found.transfers).toEqual([]);
    expect(path('석수', '반월', 'TRANSFERS').transfers).toEqual([
      { stationId: idOf('금정'), fromLineId: '1', toLineId: '4', walkMeters: 107, walkSeconds: 89, isEstimated: true },
    ]);
  });

  test('a path is an estimate when one of its sections is computed', () => {
    expect(path('강남', '교대', 'DURATION').isEstimated).toBe(false);
    expect(path('강남', '양재', 'DURATION').isEstimated).toBe(true);
    expect(path('연천', '전곡', 'DURATION').isEstimated).toBe(true);
  });
});

const bothWays = (line: Line): Line => ({
  ...line,
  branches: line.branches.map((branch) => ({ ...branch, isOneWay: false })),
});

describe('W2: in a small network', () => {
  const sectionOf = (distanceMeters: number, durationSeconds: number, source: SectionSource = 'SEOUL_METRO') => ({
    distanceMeters,
    durationSeconds,
    source,
  });
  const branchOf = (stops: string, sections: Branch['sections'], name = 'MAIN'): Branch => ({
    name,
    isOneWay: false,
    stops: [...stops],
    sections,
  });
  const networkOf = (lines: Readonly<Record<string, readonly Branch[]>>, more: Partial<Line> = {}): Network => ({
    stations: new Map(
      [...'ABCDEFX'].map((id): [string, Station] => [id, { id, name: id, nameEn: id, latitude: 0, longitude: 0 }]),
    ),
    lines: new Map(
      Object.entries(lines).map(([id, branches]): [string, Line] => [
        id,
        { id, name: id, nameEn: id, color: '#000000', surcharge: Number(id) * 100, branches, ...more },
      ]),
    ),
    transfers: [],
  });
  const simple = networkOf({
    1: [branchOf('ABC', [sectionOf(1_000, 100), sectionOf(1_000, 100)])],
    2: [branchOf('BD', [sectionOf(500, 50, 'ADMIN')])],
    3: [branchOf('EF', [sectionOf(500, 50)])],
  });

  test('the path has its legs, transfers and sums', () => {
    expect(createPathFinder(simple).find('A', 'D', 'DISTANCE')).toEqual({
      stops: ['A', 'B', 'D'],
      legs: [
        { lineId: '1', stops: ['A', 'B'], distanceMeters: 1_000, durationSeconds: 100 },
        { lineId: '2', stops: ['B', 'D'], distanceMeters: 500, durationSeconds: 50 },
      ],
      transfers: [
        { stationId: 'B', fromLineId: '1', toLineId: '2', walkMeters: 107, walkSeconds: 89, isEstimated: true },
      ],
      distanceMeters: 1_500,
      durationSeconds: 239,
      isEstimated: true,
      surcharge: 200,
    });
    const known = {
      ...simple,
      transfers: [{ stationId: 'B', lineIds: ['2', '1'], walkMeters: 7, walkSeconds: 8 } as const],
    };
    for (const [from, to] of [
      ['A', 'D'],
      ['D', 'A'],
    ] as const)
      expect(createPathFinder(known).find(from, to, 'DISTANCE')).toMatchObject({
        durationSeconds: 158,
        isEstimated: false,
      });
  });

  test('only the lines that are ridden cost their surcharge, and of them the highest', () => {
    const surcharges = ([from, to]: readonly [string, string]) =>
      createPathFinder(simple).find(from, to, 'DURATION')?.surcharge;
    expect(
      (
        [
          ['A', 'C'],
          ['A', 'D'],
          ['D', 'A'],
          ['E', 'F'],
        ] as const
      ).map(surcharges),
    ).toEqual([100, 200, 200, 300]);
  });

  test('there is no path where no trains run, by no criterion', () => {
    const small = createPathFinder(simple);
    for (const by of criteria) {
      expect(small.find('A', 'E', by)).toBeNull();
      expect(small.find('X', 'A', by)).toBeNull();
      expect(small.find('A', 'X', by)).toBeNull();
    }
  });

  test('a station that is not there is a fault of who asks', () => {
    expect(() => createPathFinder(simple).find('A', 'nowhere', 'DISTANCE')).toThrow();
    expect(() => createPathFinder(simple).find('nowhere', 'A', 'DISTANCE')).toThrow();
    expect(() => createPathFinder(simple).find('A', 'A', 'DISTANCE')).toThrow();
  });

  test('from one branch to another one of the same line is no transfer', () => {
    const forked = networkOf({
      1: [branchOf('ABC', [sectionOf(9, 9), sectionOf(9, 9)]), branchOf('BD', [sectionOf(9, 9)], 'EAST')],
    });
    const found = createPathFinder(forked).find('A', 'D', 'DURATION');
    expect(found?.legs.map(({ stops }) => stops)).toEqual([['A', 'B', 'D']]);
    expect(found?.durationSeconds).toBe(18);
  });

  test('where two branches run side by side the one that suits is ridden', () => {
    const twice = networkOf({ 1: [branchOf('AB', [sectionOf(100, 9)]), branchOf('BA', [sectionOf(200, 5)], 'FAST')] });
    const small = createPathFinder(twice);
    for (const [from, to] of [
      ['A', 'B'],
      ['B', 'A'],
    ] as const) {
      expect(small.find(from, to, 'DISTANCE')).toMatchObject({ distanceMeters: 100, durationSeconds: 9 });
      expect(small.find(from, to, 'DURATION')).toMatchObject({ distanceMeters: 200, durationSeconds: 5 });
    }
  });

  test('of equal ways by DISTANCE the fastest, by DURATION the one with fewer transfers, by TRANSFERS the fastest', () => {
    const equal = networkOf({
      1: [branchOf('AD', [sectionOf(200, 289)])],
      2: [branchOf('AB', [sectionOf(100, 100)])],
      3: [branchOf('BD', [sectionOf(100, 100)])],
      4: [branchOf('AD', [sectionOf(200, 290)])],
      5: [branchOf('AD', [sectionOf(300, 280)])],
    });
    const lines = (by: PathCriterion, ...without: readonly string[]) => {
      const left = new Map([...equal.lines].filter(([id]) => !without.includes(id)));
      const found = createPathFinder({ ...equal, lines: left }).find('A', 'D', by);
      return found?.legs.map(({ lineId }) => lineId).join(', ');
    };
    expect(lines('DISTANCE', '1')).toBe('2, 3');
    expect(lines('DISTANCE', '2')).toBe('1');
    expect(lines('DURATION', '5')).toBe('1');
    expect(lines('TRANSFERS')).toBe('5');
    expect(lines('TRANSFERS', '5')).toBe('1');
  });

  test('what counts first is not made up for by any amount of what counts second', () => {
    const extreme = networkOf({
      1: [
        branchOf(
          'ABCDEFX',
          Array.from({ length: 6 }, () => sectionOf(100_000, 36_000)),
        ),
      ],
      2: [branchOf('AX', [sectionOf(600_001, 1)])],
    });
    expect(createPathFinder(extreme).find('A', 'X', 'DISTANCE')).toMatchObject({
      distanceMeters: 600_000,
      durationSeconds: 216_000,
    });
    expect(createPathFinder(extreme).find('A', 'X', 'DURATION')).toMatchObject({
      distanceMeters: 600_001,
      durationSeconds: 1,
    });
  });
});
