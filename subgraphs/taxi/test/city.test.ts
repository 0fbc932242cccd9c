import { readFileSync } from 'node:fs';
import { geoArea } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import districts from '../data/seoul_districts.json' with { type: 'json' };
import { districtOf, isInServiceArea, isPickupServed } from '../src/domain/city.ts';
import { airlineMeters, isPoint } from '../src/domain/geodesy.ts';

const spot = (latitude: number, longitude: number) => ({ latitude, longitude });
const cityHall = spot(37.5663, 126.9779);

const [, ...rows] = readFileSync(new URL('../data/seoul_districts.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const centres = rows.map((row) => {
  const [code, nameKo, nameEn, latitude, longitude] = row.split(',');
  return { district: { code, nameKo, nameEn }, centre: spot(Number(latitude), Number(longitude)) };
});

describe('districts', () => {
  test('are 25, and as large as Seoul together', () => {
    const squareKm = districts.features
      .map(({ geometry: { coordinates } }) => geoArea({ type: 'Polygon', coordinates }) * 6_371.0088 ** 2)
      .reduce((sum, area) => sum + area, 0);
    expect(districts.features).toHaveLength(25);
    expect(squareKm).toBeGreaterThan(600);
    expect(squareKm).toBeLessThan(610);
  });

  test.each(centres)('$district.nameKo holds its centre', ({ district, centre }) => {
    expect(districtOf(centre)).toEqual(district);
  });

  test.each([
    ['시청', cityHall, '중구'],
    ['경복궁', spot(37.5796, 126.977), '종로구'],
    ['여의도', spot(37.5216, 126.9242), '영등포구'],
    ['롯데월드타워', spot(37.5126, 127.1025), '송파구'],
    ['김포공항', spot(37.5587, 126.7945), '강서구'],
    ['한강, 반포대교', spot(37.515, 126.996), '용산구'],
  ])('%s', (_name, point, nameKo) => {
    expect(districtOf(point)?.nameKo).toBe(nameKo);
    expect(isPickupServed(point)).toBe(true);
  });

  test.each([
    ['과천', spot(37.4292, 126.9877)],
    ['하남', spot(37.5393, 127.2149)],
    ['인천', spot(37.4563, 126.7052)],
    ['광명', spot(37.4786, 126.8646)],
    ['the antipodes', spot(-37.5663, -53.0221)],
  ])('%s is out of the city', (_name, point) => {
    expect(districtOf(point)).toBeNull();
    expect(isPickupServed(point)).toBe(false);
  });

  test('leave no gap between them: who is near the middle of the city is in one', () => {
    const inner = fc.record({
      latitude: fc.double({ min: 37.5, max: 37.6, noNaN: true }),
      longitude: fc.double({ min: 126.91, max: 127.07, noNaN: true }),
    });
    fc.assert(fc.property(inner, (point) => districtOf(point) !== null));
  });
});

describe('drop-offs', () => {
  test.each([
    ['인천공항, 46 km', spot(37.4602, 126.4407), true],
    ['수원, 34 km', spot(37.2636, 127.0286), true],
    ['59.9 km north', spot(cityHall.latitude + 0.5387, cityHall.longitude), true],
    ['60.1 km north', spot(cityHall.latitude + 0.5405, cityHall.longitude), false],
    ['부산', spot(35.1796, 129.0756), false],
  ])('%s', (_name, point, served) => {
    expect(isInServiceArea(point)).toBe(served);
  });
});

describe('coordinates', () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, 90.000001, -91])(
    'latitude %d is none',
    (latitude) => {
      const point = spot(latitude, 127);
      expect([isPoint(point), isPickupServed(point), isInServiceArea(point)]).toEqual([false, false, false]);
    },
  );

  test.each([Number.NaN, Number.NEGATIVE_INFINITY, 1e308, 180.000001, -181])('longitude %d is none', (longitude) => {
    const point = spot(37.5, longitude);
    expect([isPoint(point), isPickupServed(point), isInServiceArea(point)]).toEqual([false, false, false]);
  });

  test.each([spot(90, 180), spot(-90, -180), spot(0, 0)])('%o are some', (point) => {
    expect(isPoint(point)).toBe(true);
  });
});

test('the air line from City Hall to Seoul Station is 1.4 km, to Busan 325 km', () => {
  expect(airlineMeters(cityHall, spot(37.5547, 126.9707))).toBeCloseTo(1_437, -2);
  expect(airlineMeters(cityHall, spot(35.1796, 129.0756)) / 1000).toBeCloseTo(325, -1);
  expect(airlineMeters(cityHall, cityHall)).toBe(0);
});
