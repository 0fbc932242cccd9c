import type { Language } from '../../i18n/language.ts';
import type { AddFavoritePathErrorCode } from './favorites.gen.ts';

/** What each refusal means to a person: a code without words is a type error. */
export const addFavoriteRefusals: Readonly<Record<Language, Readonly<Record<AddFavoritePathErrorCode, string>>>> = {
  ko: {
    STATION_NOT_FOUND: '사라진 역이에요.',
    SAME_STATION: '출발역과 도착역이 같아요.',
    TOO_MANY: '즐겨찾기는 100개까지예요. 하나를 빼 주세요.',
  },
  en: {
    STATION_NOT_FOUND: 'That station is gone.',
    SAME_STATION: 'Both are the same station.',
    TOO_MANY: 'There is room for 100 favourites. Please forget one.',
  },
};
