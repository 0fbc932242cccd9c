import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drive, isAt, metersBetween, near, type Point } from '../src/motion.ts';
import { places } from '../src/places.ts';
import { randomFor } from '../src/random.ts';

const inSeoul: fc.Arbitrary<Point> = fc.record({
  latitude: fc.double({ min: 37.43, max: 37.7, noNaN: true }),
  longitude: fc.double({ min: 126.77, max: 127.18, noNaN: true }),
});

test('a car comes nearer with each step and arrives exactly', () => {
  fc.assert(
    fc.property(inSeoul, inSeoul, fc.integer({ min: 1, max: 500 }), fc.integer(), (from, to, meters, seed) => {
      const random = randomFor(seed, 'way');
      let at = from;
      // Off the straight way by 36° at most, each step brings more than half of itself.
      for (let left = Math.ceil((2 * metersBetween(from, to)) / meters) + 5; left > 0 && !isAt(at, to); left -= 1) {
        const next = drive(at, to, meters, random);
        expect(metersBetween(next, to)).toBeLessThan(metersBetween(at, to));
        expect(metersBetween(at, next)).toBeLessThan(meters * 1.001);
        at = next;
      }
      expect(at).toEqual(to);
    }),
    { numRuns: 60 },
  );
});

test('distances are what a map says', () => {
  const [cityHall, gangnam] = ['서울시청', '강남역'].map((name) => places.find((place) => place.name === name));
  if (!cityHall || !gangnam) throw new Error('The test needs these two places.');
  expect(metersBetween(cityHall, gangnam)).toBeGreaterThan(8_700);
  expect(metersBetween(cityHall, gangnam)).toBeLessThan(9_000);
});

test('near is near', () => {
  const random = randomFor(1, 'near');
  for (const place of places) expect(metersBetween(place, near(place, 400, random))).toBeLessThan(401);
});

test('places have names of their own and stand apart', () => {
  expect(new Set(places.map(({ name }) => name)).size).toBe(places.length);
  for (const one of places)
    for (const other of places) if (one !== other) expect(metersBetween(one, other)).toBeGreaterThan(100);
});
