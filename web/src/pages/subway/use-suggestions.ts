import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { StationSuggestionsDocument, type SuggestedStationFragment } from './stations.gen.ts';

/** Stations that what is typed may mean, the best first; nothing while nothing is known yet. */
export function useSuggestions(typed: string | undefined): readonly SuggestedStationFragment[] | undefined {
  const search = useDeferredValue(typed?.trim().slice(0, 50) ?? '');
  const { data, previousData } = useQuery(StationSuggestionsDocument, { variables: { search }, skip: search === '' });
  return search === '' ? undefined : (data ?? previousData)?.stations.nodes;
}
