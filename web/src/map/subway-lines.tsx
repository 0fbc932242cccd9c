import { useQuery } from '@apollo/client/react';
import { memo, type ReactNode } from 'react';
import { lineThrough } from './projection.ts';
import styles from './seoul-map.module.css';
import { SubwayLinesOnMapDocument } from './subway-lines.gen.ts';

/** Faint, for orientation: people know their city by its lines. Without them the map is a map all the same. */
export const SubwayLines = memo(function SubwayLines(): ReactNode {
  const { data } = useQuery(SubwayLinesOnMapDocument);
  return (
    <g className={styles.subway}>
      {data?.subwayLines.flatMap(({ id, color, branches }) =>
        branches.map(({ name, stations }) => <path key={`${id} ${name}`} d={lineThrough(stations)} stroke={color} />),
      )}
    </g>
  );
});
