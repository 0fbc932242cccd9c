import { geoDistance } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAttractions } from '../src/advisor/attraction.ts';
import { readCsv } from '../src/advisor/csv.ts';
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

describe('CSV', () => {
  test('reads quotes, commas and line breaks', () => {
    const text = 'a,b\r\n"x, ""y""","1\n2"\r\nz,\r\n';
    expect(readCsv(text).map((record) => Object.fromEntries(record))).toEqual([
      { a: 'x, "y"', b: '1\n2' },
      { a: 'z', b: '' },
    ]);
    expect(readCsv('a,b\n1,')).toEqual([
      new Map([
        ['a', '1'],
        ['b', ''],
      ]),
    ]);
  });

  test('gives back whatever was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '가', '"', ',', '\n', '\r', ' ') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const quoted = ([a, b]: readonly [string, string]) =>
          [a, b].map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        const text = ['x,y', ...rows.map(quoted)].join('\n');
        expect(readCsv(text).map((record) => [...record.values()])).toEqual(rows);
      }),
    );
  });

  test.each(['a,b\n1', 'a,b\n1,2,3', 'a,b\n1,x"y"', 'a,b\n"1,2', 'a,b\n"1"x,2'])('refuses %j', (text) => {
    expect(() => readCsv(text)).toThrow(/Record/);
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
