import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { TaxiStationsDocument } from './call.gen.ts';
import { type Place, placeOfStation } from './place.ts';

/** A place with what tells it from others of its name. */
export type FoundPlace = Place & { readonly detail?: string };

/** Stations that a text finds, so initial consonants do; before a letter is written, those that are known already. */
export function useFoundPlaces(
  text: string,
  known: readonly Place[],
): { readonly places: readonly FoundPlace[]; readonly searching: boolean } {
  const language = useLanguage();
  const search = useDeferredValue(text.trim()).slice(0, 50);
  const { data, previousData, loading } = useQuery(TaxiStationsDocument, {
    variables: { search },
    skip: search === '',
  });
  if (search === '') return { places: known, searching: false };
  const stations = (data ?? previousData)?.stations.nodes ?? [];
  return {
    searching: loading,
    places: stations.map((station) => ({
      ...placeOfStation(station, language),
      detail: station.lines.map(({ name, nameEn }) => (language === 'ko' ? name : nameEn)).join(' · '),
    })),
  };
}
