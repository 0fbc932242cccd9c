import type { Language } from '../../i18n/language.ts';
import type { Point } from '../../map/point.ts';

/** Where somebody is fetched, or brought. Without a name it was chosen on the map. */
export type Place = Point & { readonly name: string };

type Station = Point & { readonly name: string; readonly nameEn: string };

/** 강남역, Gangnam Station; 서울역 says so itself. */
export const stationName = ({ name, nameEn }: Omit<Station, keyof Point>, language: Language): string =>
  language === 'ko' ? `${name.replace(/역$/, '')}역` : `${nameEn.replace(/ Station$/, '')} Station`;

export const placeOfStation = (station: Station, language: Language): Place => ({
  name: stationName(station, language),
  latitude: station.latitude,
  longitude: station.longitude,
});

/** A spot on the map, to about a metre. */
export const spot = ({ latitude, longitude }: Point): Place => ({
  name: '',
  latitude: Number(latitude.toFixed(5)),
  longitude: Number(longitude.toFixed(5)),
});

/** The same place, without what the graph knows of it beyond that. */
export const plain = ({ name, latitude, longitude }: Place): Place => ({ name, latitude, longitude });

export const isSame = (one: Point, other: Point): boolean =>
  one.latitude === other.latitude && one.longitude === other.longitude;
