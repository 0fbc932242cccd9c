import { createLogger } from '@moa/telemetry';
import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttractions } from '../src/advisor/attraction.ts';
import { type AdvisorRequest, openAdvisor } from '../src/advisor/index.ts';
import type { ItineraryStop } from '../src/domain/itinerary.ts';

const advisor = openAdvisor({ logger: createLogger('test', 'silent') });
const all = readAttractions();
const runs = { numRuns: 300 };

const place = fc.oneof(
  fc.constantFrom('', '강원', '제주', '서울', '경북', '울산', '전라도', '수도권', '전주', '강남', '세종', '파리'),
  fc.constantFrom(...all.map(({ name }) => name)),
  fc.constantFrom(...all.map(({ region }) => region)),
  fc.constantFrom(...all.flatMap(({ districts }) => districts.slice(0, 1))),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);
const words = fc.oneof(
  fc.constantFrom('', '바다', '박물관 말고 산', '아이와 온천', '역사 유적', 'beach and museums', '여유롭게', '알차게'),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const request: fc.Arbitrary<AdvisorRequest> = fc.record({
  location: place,
  days: fc.integer({ min: 1, max: 14 }),
  groupSize: fc.integer({ min: 1, max: 100 }),
  budget: fc.option(fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 1_000_000_000 }))),
  details: words,
  tastes: fc.array(words, { maxLength: 5 }),
  seed: fc.string(),
});

type Spot = Pick<ItineraryStop, 'latitude' | 'longitude'>;

const km = (a: Spot, b: Spot) => geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * 6_371;
const steps = (stops: readonly ItineraryStop[]) => stops.slice(1).map((stop, index) => km(stops[index] ?? stop, stop));

test('P5: every itinerary keeps the rules, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const advice = await advisor.plan(asked);
      expect(await advisor.plan(structuredClone(asked))).toEqual(advice);
      if (advice.kind === 'nothing') {
        if (advice.reason === 'BUDGET_TOO_SMALL') expect(asked.budget).not.toBeNull();
        return;
      }
      const { days, estimatedCost } = advice.itinerary;
      expect(days.map(({ day }) => day)).toEqual(Array.from({ length: asked.days }, (_, index) => index + 1));
      expect(days[0]?.stops.length).toBeGreaterThan(0);
      expect(Number.isSafeInteger(estimatedCost)).toBe(true);
      if (asked.budget !== null) expect(estimatedCost).toBeLessThanOrEqual(asked.budget);
      const stops = days.flatMap((day) => day.stops);
      expect(new Set(stops.map(({ name }) => name)).size).toBe(stops.length);
      for (const day of days) {
        expect(day.stops.length).toBeLessThanOrEqual(5);
        expect(steps(day.stops).reduce((sum, step) => sum + step, 0)).toBeLessThanOrEqual(60.1);
        for (const stop of day.stops) for (const other of day.stops) expect(km(stop, other)).toBeLessThanOrEqual(40.1);
      }
      for (const stop of stops) {
        expect(all).toContainEqual(
          expect.objectContaining({ name: stop.name, address: stop.address, latitude: stop.latitude, kind: stop.kind }),
        );
        expect(stop.note.length).toBeLessThanOrEqual(200);
      }
      expect(advice.title.length).toBeLessThanOrEqual(80);
    }),
    runs,
  );
});

test('kinds vary within a day where the place allows it', async () => {
  const rich = fc.constantFrom(
    '서울특별시',
    '부산광역시',
    '전라남도',
    '경상남도',
    '강원특별자치도',
    '곡성군',
    '여수시',
    '거제시',
  );
  await fc.assert(
    fc.asyncProperty(
      rich,
      fc.integer({ min: 1, max: 3 }),
      words,
      fc.string(),
      async (location, days, details, seed) => {
        const asked = { location, days, details, seed, groupSize: 2, budget: null, tastes: [] };
        const advice = await advisor.plan(asked);
        if (advice.kind === 'nothing') throw new Error(advice.reason);
        for (const { stops } of advice.itinerary.days) {
          expect(stops.length).toBeGreaterThanOrEqual(2);
          const most = Math.max(...stops.map(({ kind }) => stops.filter((stop) => stop.kind === kind).length));
          if (most <= 2) continue;
          // Then nothing else was within reach of where the day began.
          const unused = all.filter(
            ({ name, region, districts }) =>
              (region === location || districts.includes(location)) &&
              !advice.itinerary.days.some((day) => day.stops.some((stop) => stop.name === name)),
          );
          const others = unused.filter(({ kind }) => stops.filter((stop) => stop.kind === kind).length < 2);
          expect(stops.some((start) => others.every((other) => km(start, other) > 19.9))).toBe(true);
        }
      },
    ),
    runs,
  );
});

test('more people cost more, and what a budget allows, a larger one allows too', async () => {
  await fc.assert(
    fc.asyncProperty(request, fc.integer({ min: 0, max: 10_000_000 }), async (asked, more) => {
      const advice = await advisor.plan(asked);
      if (advice.kind === 'nothing') return;
      const another = await advisor.plan({ ...asked, budget: null, groupSize: asked.groupSize + 1 });
      const all = await advisor.plan({ ...asked, budget: null });
      if (another.kind === 'nothing' || all.kind === 'nothing') throw new Error('A budget is no reason here.');
      expect(another.itinerary.estimatedCost).toBeGreaterThan(all.itinerary.estimatedCost);
      if (asked.budget !== null)
        expect(await advisor.plan({ ...asked, budget: asked.budget + more })).toMatchObject({ kind: 'planned' });
    }),
    runs,
  );
});
