import type { Spot } from './distance.ts';

/**
 * Where people want to go although the data lists no attraction of that name: cities around which there are some, and parts of
 * cities. Set by hand to about a kilometre, which is as much as a search for what lies around needs.
 */
const landmarks: ReadonlyMap<string, readonly [latitude: number, longitude: number]> = new Map([
  ['전주', [35.82, 127.15]],
  ['청주', [36.64, 127.49]],
  ['수원', [37.26, 127.03]],
  ['성남', [37.42, 127.13]],
  ['판교', [37.39, 127.11]],
  ['부천', [37.5, 126.77]],
  ['안양', [37.39, 126.95]],
  ['일산', [37.66, 126.77]],
  ['의정부', [37.74, 127.03]],
  ['정읍', [35.57, 126.86]],
  ['마포', [37.56, 126.91]],
  ['홍대', [37.56, 126.92]],
  ['여의도', [37.52, 126.92]],
  ['명동', [37.56, 126.98]],
  ['종로', [37.57, 126.98]],
  ['인사동', [37.57, 126.99]],
  ['북촌', [37.58, 126.98]],
  ['경복궁', [37.58, 126.98]],
  ['광화문', [37.57, 126.98]],
  ['동대문', [37.57, 127.01]],
  ['남산', [37.55, 126.99]],
  ['성수', [37.54, 127.06]],
  ['강남', [37.5, 127.03]],
  ['송파', [37.51, 127.11]],
  ['잠실', [37.51, 127.1]],
  ['광안리', [35.15, 129.12]],
  ['월미도', [37.48, 126.6]],
  ['정동진', [37.69, 129.03]],
  ['경포', [37.8, 128.9]],
  ['설악산', [38.12, 128.47]],
  ['울산바위', [38.2, 128.48]],
  ['오대산', [37.79, 128.54]],
  ['한라산', [33.36, 126.53]],
  ['성산일출봉', [33.46, 126.94]],
  ['애월', [33.46, 126.32]],
  ['중문', [33.25, 126.41]],
  ['불국사', [35.79, 129.33]],
]);

/** 전주, 전주시, 강남구 and 강남역 alike. */
export function landmarkCalled(word: string): Spot | undefined {
  const found = landmarks.get(word) ?? landmarks.get(word.replace(/[시군구역]$/, ''));
  return found && { latitude: found[0], longitude: found[1] };
}
