import { englishSpellings, koreanSpellings, misfit, type Spelling, wantedFrom } from './spelling.ts';
import type { Station } from './station.ts';

/** Best first; the same for the same stations and text. All of them by their Korean names for a text of nothing but spaces. */
export type StationSearch = (text: string) => readonly Station[];

/** Finds stations by a part of a Korean or English name, what has been typed of it so far, or its initial consonants. */
export function createStationSearch(stations: Iterable<Station>): StationSearch {
  const known = [...stations].sort(byName).map((station) => ({ station, spellings: spellingsOf(station) }));
  const all = known.map(({ station }) => station);
  return (text) => {
    const wanted = wantedFrom(text);
    if (wanted.text === '') return text.trim() === '' ? all : [];
    return known
      .map(({ station, spellings }) => ({ station, rank: Math.min(...spellings.map((one) => misfit(one, wanted))) }))
      .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.rank - b.rank || a.station.name.length - b.station.name.length)
      .map(({ station }) => station);
  };
}

const spellingsOf = ({ name, nameEn }: Station): readonly Spelling[] => [
  ...koreanSpellings(name),
  ...englishSpellings(nameEn),
];

/** By code points, which is the order of the Korean alphabet, on every machine. */
const byName = (a: Station, b: Station): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
