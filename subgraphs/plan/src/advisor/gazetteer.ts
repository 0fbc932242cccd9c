import type { Attraction } from './attraction.ts';
import { within } from './distance.ts';
import { landmarkCalled } from './landmarks.ts';
import { regionsCalled, shortName, splitRegion } from './regions.ts';

export type Place = {
  /** In words of the data or of our own tables, and of nobody else. */
  readonly label: string;
  /** What lies there; never empty. */
  readonly attractions: readonly Attraction[];
  /** Those among them that were asked for by name. */
  readonly named: ReadonlySet<Attraction>;
};

/** Finds what lies at a place that is given in words; `undefined` when the data knows nothing there. */
export type Gazetteer = (location: string) => Place | undefined;

/** A landmark's surroundings, in kilometres. */
const aroundKm = 15;

/** Words that people add to the name of a place, and that half of all attractions have in theirs. */
const fillers =
  /^(?:대한민국|한국|국내|전국|우리나라|어디든지?|여행지?|관광지?|관광단지|명소|근처|주변|인근|일대|지역|시내|전체|전역|투어|당일치기|korea|south|trip|tour|travel|in|near|and|to|the|of|\d+박|\d+일|\d+박\d+일)$/;

export function createGazetteer(all: readonly Attraction[]): Gazetteer {
  const inDistrict = districtIndex(all);
  const named = (word: string, among: readonly Attraction[]) =>
    word.length < 2 ? [] : among.filter(({ name }) => compact(name).includes(word));
  const isKnown = (word: string) =>
    inDistrict.has(word) ||
    landmarkCalled(word) !== undefined ||
    regionsCalled(word).length > 0 ||
    all.some(({ name }) => name.startsWith(word));

  return (location) => {
    const words = wordsOf(location).flatMap((word) => {
      const split = isKnown(word) ? undefined : splitRegion(word);
      return split && isKnown(split[1]) ? split : [word];
    });
    const { regions, others } = sortOut(words, (word, region) =>
      (inDistrict.get(word) ?? []).some((attraction) => attraction.region === region),
    );
    const region = regions.size === 0 ? all : all.filter((attraction) => regions.has(attraction.region));
    const regionLabel = [...regions].map(shortName).slice(0, 2).join('·');

    const districts = others.flatMap((word) => {
      if (landmarkCalled(word)) return [];
      const found = (inDistrict.get(word) ?? []).filter((attraction) => region.includes(attraction));
      return found.length === 0 ? [] : [{ word, area: sameRegion(found) }];
    });
    // The 남산 of 경주 남산 is not the one in Seoul.
    const areas = districts.length > 0 ? districts : landmarks(others, region);
    if (areas.length > 0) {
      const attractions = [...new Set(areas.flatMap(({ area }) => area))];
      const label = areas
        .map(({ word }) => word)
        .slice(0, 2)
        .join('·');
      const names = others.filter((word) => !areas.some((area) => area.word === word));
      return { label, attractions, named: new Set(names.flatMap((word) => named(word, attractions))) };
    }
    const byName = others.map((word) => ({ word, found: named(word, region) })).filter(({ found }) => found.length > 0);
    if (byName.length > 0) {
      const attractions = [...new Set(byName.flatMap(({ found }) => found))];
      const label = byName
        .map(({ word }) => word)
        .slice(0, 2)
        .join('·');
      return { label, attractions, named: new Set(attractions) };
    }
    return regions.size === 0 || region.length === 0
      ? undefined
      : { label: regionLabel, attractions: region, named: new Set() };
  };
}

/** Nothing that could name a place is said: anywhere will do. */
export const isAnywhere = (location: string): boolean => wordsOf(location).length === 0;

/** In lower case and without spaces, for comparing names. */
export const compact = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');

const wordsOf = (location: string): readonly string[] =>
  location
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,.;:·/()<>&~'"[\]{}]+/)
    .filter((word) => word !== '' && !fillers.test(word));

/** 경기 광주 is a town in a province: what lies within a region that was named before is no region itself. */
function sortOut(words: readonly string[], liesIn: (word: string, region: string) => boolean) {
  const regions = new Set<string>();
  const others: string[] = [];
  for (const word of words) {
    const called = regionsCalled(word);
    if (called.length === 0 || [...regions].some((region) => liesIn(word, region))) others.push(word);
    else for (const region of called) regions.add(region);
  }
  return { regions, others };
}

/** By 강릉시 and by 강릉; a quarter (동, 리) only by its full name, which is short and frequent enough. */
function districtIndex(all: readonly Attraction[]): ReadonlyMap<string, readonly Attraction[]> {
  const index = new Map<string, Attraction[]>();
  for (const attraction of all) {
    const words = attraction.districts.flatMap((district) => {
      const stem = district.replace(/[시군구읍면]$/, '');
      return stem.length >= 2 ? [district, stem] : [district];
    });
    for (const word of new Set(words)) index.set(word, [...(index.get(word) ?? []), attraction]);
  }
  return index;
}

/** Several regions have a 고성 or a 중구: the one with most to see is meant. */
function sameRegion(found: readonly Attraction[]): readonly Attraction[] {
  const groups = Object.values(Object.groupBy(found, ({ region }) => region));
  return groups.flatMap((group) => (group ? [group] : [])).sort((a, b) => b.length - a.length)[0] ?? [];
}

function landmarks(words: readonly string[], among: readonly Attraction[]) {
  return words.flatMap((word) => {
    const spot = landmarkCalled(word);
    const area = spot ? within(among, spot, aroundKm).map((near) => near.spot) : [];
    return area.length === 0 ? [] : [{ word, area }];
  });
}
