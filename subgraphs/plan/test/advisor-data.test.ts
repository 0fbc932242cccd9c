import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAttractions } from '../src/advisor/attraction.ts';
import { kmBetween } from '../src/advisor/distance.ts';

describe('the attractions', () => {
  const all = readAttractions();

  test('are as many as the README says, with names and ids of their own', () => {
    expect(all).toHaveLength(839);
    expect(new Set(all.map(({ id }) => id)).size).toBe(839);
    expect(new Set(all.map(({ name }) => name)).size).toBe(839);
  });

  test('know their districts', () => {
    const none = all.filter(({ districts }) => districts.length === 0);
    expect(none.map(({ name }) => name)).toEqual([]);
    expect(all.find(({ name }) => name === '주문진해변관광지')?.districts).toEqual(['강릉시', '주문진읍']);
    expect(all.find(({ name }) => name === '한탄강관광지')?.districts).toEqual(['연천군', '전곡읍']);
  });

  test('are sorted by what their names say', () => {
    const kindOf = (name: string) => all.find((attraction) => attraction.name === name)?.kind;
    expect(
      Object.fromEntries(
        [
          '해운대해수욕장',
          '화진포해양박물관',
          '불국사',
          '통도사',
          '금정산',
          '에버랜드',
          '남한산성',
          '휘닉스파크관광단지',
          '백암온천 관광지',
        ].map((name) => [name, kindOf(name)]),
      ),
    ).toEqual({
      해운대해수욕장: '바다',
      화진포해양박물관: '박물관',
      불국사: undefined,
      통도사: '사찰과 성지',
      금정산: '산과 계곡',
      에버랜드: '놀이',
      남한산성: '유적',
      휘닉스파크관광단지: '놀이',
      '백암온천 관광지': '온천',
    });
    expect(all.filter(({ kind }) => kind === '명소').length).toBeLessThan(110);
  });
});

test('distances are those of d3-geo', () => {
  const spot = fc.record({
    latitude: fc.double({ min: 33, max: 39, noNaN: true }),
    longitude: fc.double({ min: 124, max: 132, noNaN: true }),
  });
  fc.assert(
    fc.property(spot, spot, (a, b) => {
      const expected = geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * 6_371.0088;
      expect(kmBetween(a, b)).toBeCloseTo(expected, 6);
    }),
  );
});
