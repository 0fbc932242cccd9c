import { expect, test } from 'vitest';
import { nearestStation } from '../src/domain/nearest-station.ts';
import { isOnEarth, metersBetween } from '../src/domain/place.ts';
import { seoul } from './seoul.ts';

const stations = [...seoul.stations.values()];
const nearest = (latitude: number, longitude: number) => nearestStation(stations, { latitude, longitude });

test('the station nearest to the crossing of Gangnam is 강남', () => {
  const found = nearest(37.4979, 127.0276);
  expect(found?.station.name).toBe('강남');
  expect(found?.distanceMeters).toBeLessThan(100);
});

test.each([
  ['서울역', 37.5559, 126.9723],
  ['경복궁', 37.5759, 126.9737],
  ['잠실', 37.5133, 127.1],
  ['인천공항1터미널', 37.4475, 126.4525],
])('%s is the one nearest to where it is', (name, latitude, longitude) => {
  expect(nearest(latitude, longitude)?.station.name).toBe(name);
});

test.each([
  ['the Yellow Sea', 36, 124],
  ['the top of Hallasan', 33.3617, 126.5292],
  ['the other side of the Earth', -37.5, -53],
  ['nowhere', Number.NaN, Number.NaN],
])('there is none near to %s', (_where, latitude, longitude) => {
  expect(nearest(latitude, longitude)).toBeNull();
});

test('one is near up to 5 kilometres', () => {
  // A degree of a meridian is 111,195 m on a sphere with the radius of 6,371,008.8 m.
  const [at] = [{ id: 'A', name: '가', nameEn: 'A', latitude: 37, longitude: 127 }];
  expect(nearestStation([at], { latitude: 37 + 4_999 / 111_195, longitude: 127 })?.distanceMeters).toBe(4_999);
  expect(nearestStation([at], { latitude: 37 + 5_001 / 111_195, longitude: 127 })).toBeNull();
  expect(nearestStation([], at)).toBeNull();
  expect(nearestStation([at], at)).toEqual({ station: at, distanceMeters: 0 });
});

test('of all stations it is the one that none is nearer than', () => {
  for (let step = 0; step < 500; step++) {
    const place = { latitude: 37.2 + (step % 25) * 0.024, longitude: 126.6 + Math.floor(step / 25) * 0.03 };
    const meters = Math.min(...stations.map((station) => metersBetween(place, station)));
    expect(nearestStation(stations, place)?.distanceMeters ?? null).toBe(meters <= 5_000 ? Math.round(meters) : null);
  }
});

test('only degrees are on Earth', () => {
  expect(isOnEarth({ latitude: -90, longitude: 180 })).toBe(true);
  for (const latitude of [90.01, Number.NaN, Number.POSITIVE_INFINITY])
    expect(isOnEarth({ latitude, longitude: 0 })).toBe(false);
  for (const longitude of [-180.01, Number.NaN, Number.NEGATIVE_INFINITY])
    expect(isOnEarth({ latitude: 0, longitude })).toBe(false);
});
