import { useQuery } from '@apollo/client/react';
import type { Language } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { TaxiEstimateDocument, type TaxiEstimateQuery } from './call.gen.ts';
import { airlineMeters } from './distance.ts';
import { type Place, plain, stationName } from './place.ts';
import type { End, Trip } from './use-trip.ts';
import { taxiWords } from './words.ts';

type Estimate = {
  readonly given: TaxiEstimateQuery['taxiEstimate'] | undefined;
  readonly error: unknown;
  readonly isTooNear: boolean;
  readonly retry: () => void;
  /** What a spot on the map is called: after the station near it. */
  readonly nameOf: (end: End, language: Language) => string;
};

/** As the graph wants it. */
const leastMeters = 50;

/** What a trip would cost just now, as soon as both of its ends are known. */
export function useEstimate({ pickup, dropoff }: Pick<Trip, End>): Estimate {
  const words = useWords(taxiWords);
  const isTooNear = pickup !== undefined && dropoff !== undefined && airlineMeters(pickup, dropoff) < leastMeters;
  const isAsked = pickup !== undefined && dropoff !== undefined && !isTooNear;
  const { data, previousData, error, refetch } = useQuery(TaxiEstimateDocument, {
    variables: { pickup: plain(pickup ?? nowhere), dropoff: plain(dropoff ?? nowhere) },
    skip: !isAsked,
    fetchPolicy: 'cache-and-network', // fares change with the hour, free cars with the minute
  });
  const given = isAsked && !error ? data?.taxiEstimate : undefined;
  const surroundings = (data ?? previousData)?.taxiEstimate;
  return {
    given,
    error: isAsked ? error : undefined,
    isTooNear,
    retry: () => void refetch(),
    nameOf: (end, language) => {
      const place = { pickup, dropoff }[end];
      const known = [surroundings?.pickup, surroundings?.dropoff].find(
        (each) => each?.latitude === place?.latitude && each?.longitude === place?.longitude,
      );
      return known?.nearestStation ? words.near(stationName(known.nearestStation.station, language)) : '';
    },
  };
}

const nowhere: Place = { name: '', latitude: 0, longitude: 0 };
