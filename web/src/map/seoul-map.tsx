import { pointer } from 'd3-selection';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import { useWords } from '../i18n/words.ts';
import { Icon } from '../ui/icon.tsx';
import { DistrictNames, Districts } from './districts.tsx';
import { mapWords } from './map-words.ts';
import { type Marker, MarkerOnMap } from './marker.tsx';
import type { Point } from './point.ts';
import { lineThrough, size, unproject } from './projection.ts';
import styles from './seoul-map.module.css';
import { SubwayLines } from './subway-lines.tsx';
import { usePixel } from './use-pixel.ts';
import { useZoom } from './use-zoom.ts';

type Props = {
  /** What the map shows, for who can't see it. */
  readonly label: string;
  readonly markers?: readonly Marker[];
  /** Ways to draw, such as the stretches of a journey. */
  readonly paths?: readonly { readonly id: string; readonly points: readonly Point[]; readonly color: string }[];
  readonly subwayLines?: boolean;
  /** Told where the map was clicked, or its middle at Enter. */
  readonly onPick?: (point: Point) => void;
  /** Places that shall be seen all; when they become others, the map goes there. */
  readonly around?: readonly Point[];
};

const middle = [size.width / 2, size.height / 2] as const;
const step = 60;
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [step, 0],
  ArrowRight: [-step, 0],
  ArrowUp: [0, step],
  ArrowDown: [0, -step],
};

/** Seoul, without tiles from anywhere: districts, subway lines and what a page puts on them. */
export function SeoulMap({ label, markers = [], paths = [], subwayLines = false, onPick, around }: Props): ReactNode {
  const words = useWords(mapWords);
  const svg = useRef<SVGSVGElement>(null);
  const { transform, by, move } = useZoom(svg, around);
  const pixel = usePixel(svg) / transform.k;
  const pick = (x: number, y: number) => onPick?.(unproject(...transform.invert([x, y])));
  const click = (event: MouseEvent) => pick(...pointer(event, svg.current));
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return; // its buttons hear their own keys
    const way = moves[event.key];
    if (way) move(...way);
    else if (event.key === '+' || event.key === '=') by(1.5);
    else if (event.key === '-') by(1 / 1.5);
    else if (event.key === 'Enter' && onPick) pick(...middle);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.map}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      role="application"
      aria-label={`${label}. ${onPick ? words.pickKeys : words.keys}`}
      onKeyDown={press}
    >
      {/* biome-ignore lint/a11y: its keys are those of the application around it, and so is its name */}
      <svg ref={svg} viewBox={`0 0 ${size.width} ${size.height}`} className={onPick && styles.pickable} onClick={click}>
        <g transform={transform.toString()}>
          <Districts />
          {subwayLines && <SubwayLines />}
          <DistrictNames pixel={pixel} />
          {paths.map(({ id, points, color }) => (
            <path key={id} d={lineThrough(points)} stroke={color} className={styles.path} />
          ))}
          {markers.map((marker) => (
            <MarkerOnMap key={marker.id} marker={marker} pixel={pixel} />
          ))}
        </g>
        {onPick && <path d="M400 308v24M388 320h24" className={styles.cross} />}
      </svg>
      <div className={styles.zoom}>
        <button type="button" onClick={() => by(1.5)} aria-label={words.closer}>
          <Icon name="plus" />
        </button>
        <button type="button" onClick={() => by(1 / 1.5)} aria-label={words.farther}>
          <Icon name="minus" />
        </button>
      </div>
    </div>
  );
}
