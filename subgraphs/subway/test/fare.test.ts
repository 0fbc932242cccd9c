import { describe, expect, test } from 'vitest';
import { fareOf, nextFareChange, type Passenger, passengerOf, passengers } from '../src/domain/fare.ts';

/** By the clocks of Seoul. */
const at = (time: string, day = '2026-05-04') => new Date(`${day}T${time}+09:00`);
const noon = at('12:00:00');
const fares = (passenger: Passenger, meters: number, departAt = noon, surcharge = 0) => {
  const { card, single } = fareOf({ shortestMeters: meters, surcharge }, passenger, departAt);
  return [card, single];
};

describe('W3: the fare', () => {
  // The tariff of 2025-06-28: up to 10 km the base; each 5 km begun up to 50 km and each 8 km begun beyond are a step of 100 won
  // for adults, 80 for the card of youths, 50 for children. Ten kilometres to fifty are eight steps.
  test.each([
    [1, 1_550, 1_650, 900, 1_650, 550, 550],
    [10_000, 1_550, 1_650, 900, 1_650, 550, 550],
    [10_001, 1_650, 1_750, 980, 1_750, 600, 600],
    [15_000, 1_650, 1_750, 980, 1_750, 600, 600],
    [15_001, 1_750, 1_850, 1_060, 1_850, 650, 650],
    [50_000, 2_350, 2_450, 1_540, 2_450, 950, 950],
    [50_001, 2_450, 2_550, 1_620, 2_550, 1_000, 1_000],
    [58_000, 2_450, 2_550, 1_620, 2_550, 1_000, 1_000],
    [58_001, 2_550, 2_650, 1_700, 2_650, 1_050, 1_050],
    [128_200, 3_350, 3_450, 2_340, 3_450, 1_450, 1_450],
  ])('of %i m', (meters, adult, adultSingle, youth, youthSingle, child, childSingle) => {
    expect(fares('ADULT', meters)).toEqual([adult, adultSingle]);
    expect(fares('YOUTH', meters)).toEqual([youth, youthSingle]);
    expect(fares('CHILD', meters)).toEqual([child, childSingle]);
    expect(fares('INFANT', meters)).toEqual([0, 0]);
    expect(fares('SENIOR', meters)).toEqual([0, 0]);
  });

  test('has the surcharge on top, card or ticket, for those who pay at all', () => {
    expect(fares('ADULT', 12_000, noon, 900)).toEqual([2_550, 2_650]);
    expect(fares('YOUTH', 12_000, noon, 900)).toEqual([1_880, 2_650]);
    expect(fares('CHILD', 12_000, noon, 900)).toEqual([1_500, 1_500]);
    expect(fares('INFANT', 12_000, noon, 900)).toEqual([0, 0]);
    expect(fares('SENIOR', 12_000, noon, 900)).toEqual([0, 0]);
  });

  test.each([
    ['03:59:59.999', false],
    ['04:00:00', true],
    ['06:29:59.999', true],
    ['06:30:00', false],
    ['23:59:59', false],
    ['00:00:00', false],
  ])('at %s in Seoul is that of early trains: %s', (time, isEarly) => {
    for (const day of ['2026-05-04', '2026-12-31', '1969-12-31'])
      expect(fareOf({ shortestMeters: 1, surcharge: 0 }, 'ADULT', at(time, day)).isEarlyBird).toBe(isEarly);
  });

  test.each([
    ['ADULT', 1_340, 1_750],
    ['YOUTH', 800, 1_750],
    ['CHILD', 490, 600],
  ] as const)('of early trains is a fifth less of the base, with a card: %s', (passenger, card, single) => {
    const fare = fareOf({ shortestMeters: 12_000, surcharge: 0 }, passenger, at('05:30:00'));
    expect(fare).toEqual({ passenger, card, single, isEarlyBird: true });
  });

  test.each(['INFANT', 'SENIOR'] as const)('is no lower on early trains for who rides free: %s', (passenger) => {
    const fare = fareOf({ shortestMeters: 12_000, surcharge: 0 }, passenger, at('05:30:00'));
    expect(fare).toEqual({ passenger, card: 0, single: 0, isEarlyBird: false });
  });
});

describe('W3: a passenger', () => {
  test.each([
    [0, 'INFANT'],
    [5, 'INFANT'],
    [6, 'CHILD'],
    [12, 'CHILD'],
    [13, 'YOUTH'],
    [18, 'YOUTH'],
    [19, 'ADULT'],
    [64, 'ADULT'],
    [65, 'SENIOR'],
    [150, 'SENIOR'],
  ])('of %i years is %s', (age, passenger) => {
    expect(passengerOf(age)).toBe(passenger);
  });

  test('of any age is one of five', () => {
    const found = new Set(Array.from({ length: 151 }, (_nobody, age) => passengerOf(age)));
    expect([...found].toSorted()).toEqual(passengers.toSorted());
    expect(() => passengerOf(-1)).toThrow(RangeError);
  });
});

test.each([
  ['00:00:00', '04:00:00', '2026-05-04'],
  ['03:59:59.999', '04:00:00', '2026-05-04'],
  ['04:00:00', '06:30:00', '2026-05-04'],
  ['06:29:00', '06:30:00', '2026-05-04'],
  ['06:30:00', '04:00:00', '2026-05-05'],
  ['12:00:00', '04:00:00', '2026-05-05'],
  ['23:59:59.999', '04:00:00', '2026-05-05'],
])('W6: after %s the fare changes at %s', (now, time, day) => {
  expect(nextFareChange(at(now))).toEqual(at(time, day));
});
