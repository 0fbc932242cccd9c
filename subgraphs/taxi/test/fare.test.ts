import { describe, expect, test } from 'vitest';
import published from '../data/taxi_fare_seoul.json' with { type: 'json' };
import { billFor, estimateFare } from '../src/domain/fare.ts';
import { meter, type Stretch } from '../src/domain/meter.ts';

const seoul = (time: string) => new Date(`2026-03-04T${time}+09:00`);
const noon = seoul('12:00:00');
/** So fast that only distance counts, by day, in the city. */
const driven = (meters: number, more: Partial<Stretch> = {}): Stretch => ({
  meters,
  seconds: meters / 20,
  at: noon,
  outside: false,
  ...more,
});
const fareOf = (...stretches: Stretch[]) => meter(stretches).fare;

describe('by day in the city', () => {
  test.each([
    ['nothing yet', 0, 4_800],
    ['the base distance', 1_600, 4_800],
    ['a metre before the first unit is full', 1_730, 4_800],
    ['the first unit', 1_731, 4_900],
    ['5 km: 3,400 m are 25 full units', 5_000, 7_300],
    ['20 km: 18,400 m are 140 full units', 20_000, 18_800],
  ])('%s', (_what, meters, fare) => {
    expect(fareOf(driven(meters))).toBe(fare);
  });

  test.each([
    ['10 minutes for 1 km count as 2,620 m', 1_000, 600, 5_500],
    ['half an hour standing counts as 7,860 m', 0, 1_800, 9_500],
    ['at 15.72 km/h both are the same', 1_600 + 13_100, (1_600 + 13_100) / (131 / 30), 14_800],
    ['faster, time does not count', 1_600 + 13_100, 3_000, 14_800],
    ['slower, distance does not', 1_600 + 13_100, 3_600, 15_500],
  ])('slow: %s', (_what, meters, seconds, fare) => {
    expect(fareOf(driven(meters, { seconds }))).toBe(fare);
  });

  test('a full unit is not lost in sums of fractions', () => {
    const tenths = Array.from({ length: 10 }, () => driven(173.1));
    expect(tenths.reduce((sum, { meters }) => sum + meters, 0)).toBeLessThan(1_731);
    expect(fareOf(...tenths)).toBe(4_900);
  });

  test('without a stretch there is the base fare', () => {
    expect(meter([])).toEqual({ fare: 4_800, surchargePercent: 0 });
  });
});

describe('at night', () => {
  test.each([
    ['21:59:59', 4_800, 0],
    ['22:00:00', 5_800, 20],
    ['22:59:59', 5_800, 20],
    ['23:00:00', 6_700, 40],
    ['00:00:00', 6_700, 40],
    ['01:59:59', 6_700, 40],
    ['02:00:00', 5_800, 20],
    ['03:59:59', 5_800, 20],
    ['04:00:00', 4_800, 0],
  ])('boarding at %s: %i won, %i %% on top', (time, fare, percent) => {
    expect(meter([driven(1_600, { at: seoul(time) })])).toEqual({ fare, surchargePercent: percent });
  });

  test.each(published.classes.MEDIUM.late_night)('the published base fare and step from $from', (step) => {
    const at = seoul(`${step.from}:00`);
    expect(fareOf(driven(1_600, { at }))).toBe(step.base_fare);
    // Five more steps end in whole hundreds, so rounding takes nothing from them.
    const [five, ten] = [5, 10].map((units) => fareOf(driven(1_600 + units * 131, { at })));
    expect(Number(ten) - Number(five)).toBe(5 * step.distance_unit_fare);
  });

  test('each stretch has its own share, the base fare that of boarding', () => {
    // 4,800 + 10 × 100 + 10 × 120 + 10 × 140 + 10 × 120 + 10 × 100
    const night = ['22:00:00', '23:00:00', '02:00:00', '04:00:00'].map((time) => driven(1_310, { at: seoul(time) }));
    expect(meter([driven(2_910, { at: seoul('21:50:00') }), ...night])).toEqual({ fare: 10_600, surchargePercent: 0 });
  });
});

describe('out of the city', () => {
  const out = (at: Date) => driven(1_310, { at, outside: true });

  test.each([
    ['by day: 4,800 + 10 × 120', noon, 6_000, 20],
    ['after ten: 5,760 + 10 × 140', seoul('22:00:00'), 7_200, 40],
    ['after eleven: 6,720 + 10 × 160', seoul('23:30:00'), 8_300, 60],
  ])('%s', (_what, at, fare, percent) => {
    expect(meter([driven(1_600, { at }), out(at)])).toEqual({ fare, surchargePercent: percent });
  });

  test('the way back in costs what it costs inside', () => {
    expect(fareOf(driven(1_600), out(noon), driven(1_310))).toBe(4_800 + 1_200 + 1_000);
  });
});

describe('a ride', () => {
  const cityHall = { latitude: 37.5663, longitude: 126.9779 };
  const gangnam = { latitude: 37.4979, longitude: 127.0276 };
  const gwacheon = { latitude: 37.4292, longitude: 126.9877 };
  const bill = (from: string, to: string, meters: number) =>
    billFor({
      from: cityHall,
      to: gangnam,
      route: { meters, seconds: 1 },
      startedAt: new Date(from),
      endedAt: new Date(to),
    });

  test('is estimated in whole metres, seconds and hundreds of won', () => {
    const route = { meters: 11_400.4, seconds: 1_866.7 };
    // 9,800 m are 74 full units.
    expect(estimateFare({ from: cityHall, to: gangnam, route, at: noon })).toEqual({
      fare: 12_200,
      distanceMeters: 11_400,
      durationSeconds: 1_867,
    });
  });

  test('is billed by the seconds really driven', () => {
    // Half an hour on 3,930 m: time counts, as 7,860 m, which are 47 full units beyond the base.
    expect(bill('2026-03-04T12:00:00+09:00', '2026-03-04T12:30:00+09:00', 3_930)).toEqual({
      fare: 9_500,
      distanceMeters: 3_930,
      durationSeconds: 1_800,
      surchargePercent: 0,
    });
  });

  test('that passes ten at night changes to the night fare at that moment', () => {
    // An hour counts as 15,720 m: 107 units, of which 47 are full at ten. 4,800 + 47 × 100 + 60 × 120
    expect(bill('2026-03-04T21:30:00+09:00', '2026-03-04T22:30:00+09:00', 0)).toMatchObject({
      fare: 16_700,
      surchargePercent: 0,
    });
  });

  test('that began in the night and ends by day says what it had at boarding', () => {
    // Two minutes count as 524 m.
    expect(bill('2026-03-04T03:59:00+09:00', '2026-03-04T04:01:00+09:00', 1_600)).toMatchObject({
      fare: 5_800,
      surchargePercent: 20,
    });
  });

  test('that leaves the city costs more than one of the same length inside', () => {
    const route = { meters: 11_400, seconds: 1_800 };
    const inside = estimateFare({ from: gangnam, to: cityHall, route, at: noon });
    const outside = estimateFare({ from: gangnam, to: gwacheon, route, at: noon });
    expect(outside.fare).toBeGreaterThan(inside.fare);
    const billed = billFor({ from: gangnam, to: gwacheon, route, startedAt: noon, endedAt: seoul('12:30:00') });
    expect(billed).toMatchObject({ fare: outside.fare, surchargePercent: 20 });
  });

  test('to the spot where it began costs the base fare', () => {
    const route = { meters: 0, seconds: 0 };
    expect(billFor({ from: cityHall, to: cityHall, route, startedAt: noon, endedAt: noon })).toEqual({
      fare: 4_800,
      distanceMeters: 0,
      durationSeconds: 0,
      surchargePercent: 0,
    });
  });

  test('that by the clocks ends before it begins took no time', () => {
    expect(bill('2026-03-04T12:00:10+09:00', '2026-03-04T12:00:00+09:00', 1_600)).toMatchObject({
      fare: 4_800,
      durationSeconds: 0,
    });
  });
});
