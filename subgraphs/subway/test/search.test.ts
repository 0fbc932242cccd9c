import { getChoseong } from 'es-hangul';
import { describe, expect, test } from 'vitest';
import type { Station } from '../src/domain/station.ts';
import { createStationSearch } from '../src/domain/station-search.ts';
import { seoul } from './seoul.ts';

const stations = [...seoul.stations.values()];
const search = createStationSearch(stations);
const find = (text: string) => search(text).map(({ name }) => name);

describe('W1: a search for stations', () => {
  test.each([
    ['강남', '강남'],
    ['강남역', '강남'],
    ['강남 역', '강남'],
    [' 강남 ', '강남'],
    ['강남'.normalize('NFD'), '강남'],
    ['gangnam', '강남'],
    ['GANGNAM', '강남'],
    ['Gangnam Station', '강남'],
    ['서울', '서울역'],
    ['서울역', '서울역'],
    ['Seoul', '서울역'],
    ['Seoul Station', '서울역'],
    ['seoulstation', '서울역'],
    ['역촌', '역촌'],
    ['종로3가', '종로3가'],
    ['jongno 3ga', '종로3가'],
    ['4.19', '4.19민주묘지'],
    ['전대에버랜드', '전대·에버랜드'],
    ['양평', '양평'],
    ['양평역', '양평'],
    ['신촌(경의중앙선)', '신촌(경의중앙선)'],
    ['sookmyung womens', '숙대입구'],
  ])('for %j finds %s first', (text, name) => {
    expect(find(text)[0]).toBe(name);
  });

  test.each([
    ['ㄱㄴ', '강남'],
    ['ㄱㄴㅇ', '강남'],
    ['ㄳ', '갈산'],
    ['ㅈㄹ3ㄱ', '종로3가'],
    ['ㅈㄹㄱ', '종로3가'],
    ['ㄲㅊㅅ', '까치산'],
    ['강나', '강남'],
    ['강나'.normalize('NFD'), '강남'],
    ['강ㄴ', '강남'],
    ['강남ㅇ', '강남'],
    ['강남여', '강남'],
    ['gangn', '강남'],
    ['남구', '강남구청'],
    ['신촌', '신촌(경의중앙선)'],
    ['airport', '김포공항'],
  ])('for %j finds %s too', (text, name) => {
    expect(find(text)).toContain(name);
  });

  test.each(['ㅏ', 'ㄱ남', 'zzz', '···', '총신대입구역역', 'x'.repeat(50), '강'.repeat(50)])(
    'for %j finds nothing',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );

  test('for 강남역 does not find the stations that 강남 is only a part of', () => {
    expect(find('강남역')).toEqual(['강남']);
  });

  test('for the word station finds only those that are called so', () => {
    expect(find('역')).toEqual(['역곡', '역삼', '역촌', '서울역', '암사역사공원', '동대문역사문화공원']);
    expect(find('station')).toEqual(['서울역']);
  });

  test('gives the whole name first, then what begins so, then what has it inside; the shorter before the longer', () => {
    expect(find('구청')).toEqual([
      ...['서구청', '강남구청', '강동구청', '금천구청', '남동구청'],
      ...['마포구청', '부평구청', '수지구청', '양천구청', '영등포구청'],
    ]);
    expect(find('강남')).toEqual(['강남', '강남대', '강남구청']);
    expect(find('대공원')).toEqual(['대공원', '인천대공원', '어린이대공원']);
    const begins = find('남').map((name) => name.startsWith('남'));
    expect(begins).toEqual(begins.toSorted((one, other) => Number(other) - Number(one)));
    expect(new Set(begins).size).toBe(2);
  });

  test.each(['', '   ', '\t\n'])('for no text gives all by their Korean names: %j', (text) => {
    const all = find(text);
    expect(all.length).toBe(649);
    expect(all).toEqual(all.toSorted());
  });

  test('answers the same whatever order the stations come in', () => {
    const turned = createStationSearch(stations.toReversed());
    for (const text of ['', '강', 'ㄱ', 'a', '신', '구청'])
      expect(turned(text).map(({ name }) => name)).toEqual(find(text));
  });

  test('finds every station by its Korean name, its English name, its initial consonants and its first syllable', () => {
    const missed = stations.filter((station) => {
      const by = (text: string) => search(text).includes(station);
      return (
        !by(station.name) || !by(station.nameEn) || !by(getChoseong(station.name)) || !by(station.name.slice(0, 1))
      );
    });
    expect(missed).toEqual([]);
  });

  test('takes a station that is called 역, or whose name is punctuation, as it comes', () => {
    const odd = ['역', '!', '()'].map((name, index): Station => {
      return { id: `${index}`, name, nameEn: 'Station', latitude: 37, longitude: 127 };
    });
    const few = createStationSearch(odd);
    expect(few('역').map(({ name }) => name)).toEqual(['역']);
    expect(few('station').length).toBe(3);
    expect(few('').length).toBe(3);
  });
});
