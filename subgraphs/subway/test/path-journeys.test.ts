import { expect, test } from 'vitest';
import { fareOf } from '../src/domain/fare.ts';
import { createPathFinder, type PathCriterion } from '../src/domain/path-finder.ts';
import { idOf, seoul } from './seoul.ts';

/**
 * Journeys worked out by hand from what is published for lines 1 to 8: kilometres and seconds of each section in the order in which
 * it is ridden (서울교통공사 역간거리 및 소요시간), seconds of each transfer (환승역거리 소요시간), and an adult's card at noon: 1,550 won up to
 * 10 km, 100 more for each 5 km that are begun beyond. `shortest` is the distance that the fare goes by, where that is another way.
 */
type Journey = {
  readonly from: string;
  readonly to: string;
  readonly by: PathCriterion;
  readonly lines: readonly string[];
  readonly km: readonly number[];
  readonly seconds: readonly number[];
  readonly walks?: readonly number[];
  readonly shortest?: readonly number[];
  readonly won: number;
};

const journeys: readonly Journey[] = [
  { from: '강남', to: '교대', by: 'DURATION', lines: ['2'], km: [1.2], seconds: [90], won: 1_550 },
  { from: '군자', to: '천호', by: 'DISTANCE', lines: ['5'], km: [1.0, 1.5, 2.0], seconds: [90, 110, 130], won: 1_550 },
  {
    from: '건대입구',
    to: '강남구청',
    by: 'DURATION',
    lines: ['7'],
    km: [1.0, 2.0, 1.1],
    seconds: [90, 150, 90],
    won: 1_550,
  },
  { from: '응암', to: '역촌', by: 'DURATION', lines: ['6'], km: [1.1], seconds: [100], won: 1_550 },
  {
    // The loop is one-way, so that one goes round: 불광, 독바위, 연신내, 구산. Shorter: line 3 from 불광 to 연신내.
    from: '역촌',
    to: '응암',
    by: 'DURATION',
    lines: ['6'],
    km: [0.8, 0.9, 1.4, 0.9, 1.5],
    seconds: [80, 80, 130, 80, 120],
    shortest: [0.8, 1.3, 0.9, 1.5],
    won: 1_550,
  },
  {
    from: '합정',
    to: '공덕',
    by: 'TRANSFERS',
    lines: ['6'],
    km: [0.8, 0.9, 1.0, 0.9],
    seconds: [70, 70, 90, 80],
    won: 1_550,
  },
  {
    // Shorter: line 4 to 동대문, then line 1.
    from: '서울역',
    to: '청량리',
    by: 'TRANSFERS',
    lines: ['1'],
    km: [1.1, 1.0, 0.8, 0.9, 0.8, 0.6, 0.7, 0.9, 1.0],
    seconds: [120, 120, 90, 90, 90, 60, 90, 90, 90],
    shortest: [0.9, 0.7, 0.7, 1.3, 0.7, 0.6, 0.7, 0.9, 1.0],
    won: 1_550,
  },
  {
    from: '잠실',
    to: '강남',
    by: 'TRANSFERS',
    lines: ['2'],
    km: [1.2, 1.2, 1.0, 1.3, 1.2, 0.8],
    seconds: [90, 90, 90, 90, 90, 60],
    won: 1_550,
  },
  {
    from: '서울역',
    to: '사당',
    by: 'TRANSFERS',
    lines: ['4'],
    km: [1.0, 1.2, 0.7, 1.3, 2.7, 1.8, 1.1],
    seconds: [90, 90, 60, 90, 180, 150, 90],
    won: 1_550,
  },
  {
    // Shorter: line 2 from 동대문역사문화공원.
    from: '광화문',
    to: '왕십리',
    by: 'TRANSFERS',
    lines: ['5'],
    km: [1.2, 1.0, 0.9, 0.9, 0.9, 0.9, 0.9],
    seconds: [100, 100, 90, 80, 90, 80, 70],
    shortest: [1.2, 1.0, 0.9, 0.9, 0.9, 0.8],
    won: 1_550,
  },
  {
    from: '신도림',
    to: '까치산',
    by: 'TRANSFERS',
    lines: ['2'],
    km: [1.0, 1.7, 1.9, 1.4],
    seconds: [90, 150, 180, 150],
    won: 1_550,
  },
  {
    // From one branch to another at 성수, which is no transfer.
    from: '뚝섬',
    to: '신답',
    by: 'TRANSFERS',
    lines: ['2'],
    km: [0.8, 2.3, 1.0],
    seconds: [60, 180, 90],
    won: 1_550,
  },
  {
    from: '강동',
    to: '마천',
    by: 'TRANSFERS',
    lines: ['5'],
    km: [1.2, 1.4, 0.8, 0.9, 0.9, 0.9, 0.9],
    seconds: [110, 100, 80, 80, 70, 80, 90],
    won: 1_550,
  },
  {
    // 10.2 km: one step.
    from: '종로3가',
    to: '고속터미널',
    by: 'DISTANCE',
    lines: ['3'],
    km: [0.6, 0.7, 0.9, 0.7, 0.8, 0.8, 2.1, 1.5, 0.9, 1.2],
    seconds: [60, 60, 90, 60, 60, 60, 120, 120, 90, 90],
    won: 1_650,
  },
  {
    // 10.7 km.
    from: '구파발',
    to: '안국',
    by: 'DISTANCE',
    lines: ['3'],
    km: [2.0, 1.3, 1.1, 1.6, 0.9, 1.1, 1.6, 1.1],
    seconds: [120, 90, 90, 120, 90, 90, 120, 90],
    won: 1_650,
  },
  {
    // 13.4 km.
    from: '노원',
    to: '건대입구',
    by: 'DISTANCE',
    lines: ['7'],
    km: [1.1, 1.0, 1.3, 0.8, 0.9, 0.9, 1.0, 0.8, 0.9, 0.8, 0.9, 1.1, 1.1, 0.8],
    seconds: [80, 70, 90, 60, 70, 80, 110, 70, 70, 70, 80, 80, 80, 80],
    won: 1_650,
  },
  {
    // At 종로3가 from line 1 to line 3.
    from: '종각',
    to: '충무로',
    by: 'TRANSFERS',
    lines: ['1', '3'],
    km: [0.8, 0.6, 0.7],
    seconds: [90, 60, 60],
    walks: [98],
    won: 1_550,
  },
  {
    // At 을지로3가 from line 2 to line 3.
    from: '을지로입구',
    to: '안국',
    by: 'DURATION',
    lines: ['2', '3'],
    km: [0.8, 0.6, 1.0],
    seconds: [60, 60, 90],
    walks: [124],
    won: 1_550,
  },
  {
    // At 약수 from line 3 to line 6.
    from: '금호',
    to: '청구',
    by: 'DURATION',
    lines: ['3', '6'],
    km: [0.8, 0.8],
    seconds: [60, 70],
    walks: [108],
    won: 1_550,
  },
  {
    // At 사당 from line 4 to line 2. Shorter: line 4 to 충무로, line 3 to 신사, and 2.6 km of 신분당선, which are an estimate.
    from: '서울역',
    to: '강남',
    by: 'TRANSFERS',
    lines: ['4', '2'],
    km: [1.0, 1.2, 0.7, 1.3, 2.7, 1.8, 1.1, 1.6, 1.7, 0.7, 1.2],
    seconds: [90, 90, 60, 90, 180, 150, 90, 150, 120, 60, 90],
    walks: [62],
    shortest: [0.9, 0.7, 0.7, 0.9, 0.7, 0.8, 0.8, 2.1, 1.5, 0.7, 0.9, 1.0],
    won: 1_650,
  },
  {
    // 17.7 km of line 8. Shorter, and just 15 km: change at 복정 to 수인분당선, whose 4.8 km are an estimate.
    from: '암사',
    to: '모란',
    by: 'TRANSFERS',
    lines: ['8'],
    km: [1.3, 0.9, 1.6, 0.8, 1.2, 0.9, 0.8, 0.9, 0.9, 0.9, 1.5, 1.2, 1.3, 0.8, 0.8, 0.9, 1.0],
    seconds: [90, 80, 120, 70, 110, 70, 70, 70, 70, 70, 110, 100, 130, 70, 70, 70, 90],
    shortest: [1.3, 0.9, 1.6, 0.8, 1.2, 0.9, 0.8, 0.9, 0.9, 0.9, 2.7, 1.1, 1.0],
    won: 1_650,
  },
  {
    // 28.5 km of line 6. Shorter: 22.4 km by 불광, line 3 to 종로3가, line 1 to 동묘앞, line 6.
    from: '응암',
    to: '봉화산',
    by: 'TRANSFERS',
    lines: ['6'],
    km: [
      ...[0.9, 0.9, 1.1, 0.8, 0.8, 1.0, 0.8, 0.8, 0.9, 1.0, 0.9, 0.9, 1.2, 1.1, 0.8, 1.0],
      ...[1.0, 0.7, 0.8, 0.7, 0.6, 0.9, 0.8, 0.9, 0.8, 1.4, 0.8, 0.8, 1.0, 0.8, 0.9, 0.7],
    ],
    seconds: [
      ...[80, 80, 80, 70, 70, 80, 80, 70, 70, 90, 80, 80, 90, 100, 70, 90],
      ...[90, 70, 70, 70, 60, 80, 70, 70, 70, 100, 70, 70, 80, 70, 70, 80],
    ],
    shortest: [
      ...[1.1, 0.8, 1.1, 1.6, 0.9, 1.1, 1.6, 1.1, 1.0, 0.9, 0.8, 0.6],
      ...[0.9, 0.8, 0.9, 0.8, 1.4, 0.8, 0.8, 1.0, 0.8, 0.9, 0.7],
    ],
    won: 1_850,
  },
];

const finder = createPathFinder(seoul);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const meters = (km: readonly number[]) => Math.round(sum(km) * 1_000);

test.each(journeys)('W2, W3: from $from to $to by $by', (journey) => {
  const { from, to, by, lines, km, seconds, walks = [], shortest = km, won } = journey;
  const path = finder.find(idOf(from), idOf(to), by);
  expect(path?.legs.map(({ lineId }) => lineId)).toEqual(lines);
  expect(path?.stops.length).toBe(km.length + 1);
  expect(path?.distanceMeters).toBe(meters(km));
  expect(path?.durationSeconds).toBe(sum(seconds) + sum(walks));
  expect(path?.transfers.map(({ walkSeconds }) => walkSeconds)).toEqual(walks);
  expect(path?.isEstimated).toBe(false);

  const shortestMeters = finder.find(idOf(from), idOf(to), 'DISTANCE')?.distanceMeters ?? 0;
  expect(shortestMeters).toBe(meters(shortest));
  expect(fareOf({ shortestMeters, surcharge: 0 }, 'ADULT', new Date('2026-05-04T12:00+09:00')).card).toBe(won);
});
