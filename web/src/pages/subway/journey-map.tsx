import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Point } from '../../map/point.ts';
import { SeoulMap } from '../../map/seoul-map.tsx';
import { SubwayLinesOnMapDocument } from '../../map/subway-lines.gen.ts';
import { nearestStation } from './nearest-station.ts';
import styles from './subway.module.css';
import { useName } from './use-name.ts';
import type { SubwayWayFragment } from './ways.gen.ts';
import { subwayWords } from './words.ts';

type Props = { readonly way: SubwayWayFragment | undefined; readonly onPick: (stationId: string) => void };

/** The way in the colours of its lines; a click picks the station that is nearest. */
export function JourneyMap({ way, onPick }: Props): ReactNode {
  const words = useWords(subwayWords);
  const { data } = useQuery(SubwayLinesOnMapDocument); // the map asks for the same
  const pick = (point: Point) => {
    const stations = data?.subwayLines.flatMap(({ branches }) => branches.flatMap(({ stations }) => stations)) ?? [];
    const station = nearestStation(point, stations);
    if (station) onPick(station.id);
  };
  const stops = way?.legs.flatMap(({ stations }) => stations);
  return (
    <div className={styles.map}>
      <SeoulMap
        label={words.map}
        subwayLines
        paths={usePaths(way)}
        markers={useMarkers(way)}
        onPick={pick}
        {...(stops && { around: stops })}
      />
      <p className="soft small">{words.mapHint}</p>
    </div>
  );
}

const usePaths = (way: SubwayWayFragment | undefined) =>
  way?.legs.map(({ line, stations }, index) => ({ id: `${index} ${line.id}`, points: stations, color: line.color })) ??
  [];

function useMarkers(way: SubwayWayFragment | undefined) {
  const nameOf = useName();
  if (!way) return [];
  const changes = way.legs.slice(1).flatMap(({ stations: [station] }) => station ?? []);
  return [
    ...changes.map((station) => ({ ...station, kind: 'station' as const, label: nameOf(station) })),
    { ...way.from, kind: 'pickup' as const, label: nameOf(way.from) },
    { ...way.to, kind: 'dropoff' as const, label: nameOf(way.to) },
  ];
}
