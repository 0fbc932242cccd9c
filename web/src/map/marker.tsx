import type { ReactNode } from 'react';
import type { Point } from './point.ts';
import { project } from './projection.ts';
import styles from './seoul-map.module.css';

export type MarkerKind = 'pickup' | 'dropoff' | 'car' | 'station' | 'place';

export type Marker = Point & {
  /** The same id at another place is the same thing that has moved: it glides there. */
  readonly id: string;
  readonly kind: MarkerKind;
  readonly label: string;
};

/** Drawn around 0, 0. Forms differ, not only colours. */
const drawings: Readonly<Record<MarkerKind, ReactNode>> = {
  pickup: <circle r="7" />,
  dropoff: <path d="M0 0C-7-9-9-12-9-16a9 9 0 1 1 18 0c0 4-2 7-9 16Z" />,
  car: <path d="M-9 5v-6l3-6h12l3 6v6Z" />,
  station: <circle r="4" />,
  place: <rect x="-5" y="-5" width="10" height="10" rx="2" />,
};

export function MarkerOnMap({ marker, pixel }: { readonly marker: Marker; readonly pixel: number }): ReactNode {
  const [x, y] = project(marker);
  return (
    <g className={styles.marker} style={{ transform: `translate(${x}px, ${y}px)` }}>
      {/* It is as large at every scale. */}
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is nothing interactive */}
      <g transform={`scale(${pixel})`} className={styles[marker.kind]} role="img" aria-label={marker.label}>
        <title>{marker.label}</title>
        {drawings[marker.kind]}
      </g>
    </g>
  );
}
