import { geoMercator } from 'd3-geo';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { TripDayFragment } from './plan.gen.ts';
import { planWords } from './plan-words.ts';
import styles from './trip.module.css';

const [width, height, margin] = [400, 320, 36];
const kmOfRadian = 6371;
/** In degrees: so that a single stop has some land around it. */
const least = 0.01;
const scales = [1, 2, 5, 10, 20, 50, 100, 200];

type Props = { readonly title: string; readonly days: readonly TripDayFragment[] };

/** How the stops lie to each other, to scale. There is no map of the land around them. */
export function Sketch({ title, days }: Props): ReactNode {
  const words = useWords(planWords);
  const places = days.flatMap(({ stops }) => stops);
  const corners = places.flatMap(({ latitude, longitude }) => [
    [longitude - least, latitude - least],
    [longitude + least, latitude + least],
  ]);
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    { type: 'MultiPoint', coordinates: corners },
  );
  const at = ({ latitude, longitude }: (typeof places)[number]) => projection([longitude, latitude]) ?? [0, 0]; // only the poles have no place
  const latitude = places[0]?.latitude ?? 0;
  const unitsOfKm = projection.scale() / (kmOfRadian * Math.cos((latitude * Math.PI) / 180));
  const km = scales.findLast((km) => km * unitsOfKm < width / 3) ?? 1;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.sketch} role="img" aria-label={words.sketch(title, km)}>
      {days.map(({ day, stops }) => (
        <g key={day} className={day % 2 === 0 ? styles.hollow : undefined}>
          <path d={`M${stops.map((stop) => at(stop).join(' ')).join('L')}`} />
          {stops.map((stop, index) => (
            <g key={`${stop.name} ${stop.address}`} transform={`translate(${at(stop).join(' ')})`}>
              <title>{`${words.day(day)} ${index + 1}. ${stop.name}`}</title>
              <circle r="13" />
              <text>{index + 1}</text>
            </g>
          ))}
        </g>
      ))}
      <path className={styles.scale} d={`M12 ${height - 18}v6h${km * unitsOfKm}v-6`} />
      <text className={styles.scaleText} x={20 + km * unitsOfKm} y={height - 14}>
        {km} km
      </text>
    </svg>
  );
}
