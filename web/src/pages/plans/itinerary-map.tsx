import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Point } from '../../map/point.ts';
import { project, size } from '../../map/projection.ts';
import { SeoulMap } from '../../map/seoul-map.tsx';
import type { TripDayFragment } from './plan.gen.ts';
import { planWords } from './plan-words.ts';
import { Sketch } from './sketch.tsx';

type Props = {
  readonly title: string;
  readonly days: readonly TripDayFragment[];
  /** Those that are shown now. */
  readonly seen: readonly TripDayFragment[];
};

/** The ways of the days: on the map of Seoul, or where that has no land, as a sketch to scale. */
export function ItineraryMap({ title, days, seen }: Props): ReactNode {
  const words = useWords(planWords);
  const stops = seen.flatMap((day) => day.stops);
  if (!days.every((day) => day.stops.every(isOnMap))) return <Sketch title={title} days={seen} />;
  return (
    <SeoulMap
      label={words.map(title)}
      subwayLines
      markers={seen.flatMap(({ day, stops }) =>
        stops.map(({ name, latitude, longitude }, index) => ({
          id: `${day}-${index}`,
          latitude,
          longitude,
          kind: day % 2 === 0 ? ('place' as const) : ('dropoff' as const),
          label: `${words.day(day)} ${index + 1}. ${name}`,
        })),
      )}
      paths={seen.map(({ day, stops }) => ({
        id: String(day),
        points: stops,
        color: day % 2 === 0 ? 'var(--ink-soft)' : 'var(--accent)',
      }))}
      around={stops}
    />
  );
}

function isOnMap(point: Point): boolean {
  const [x, y] = project(point);
  return x >= 0 && x <= size.width && y >= 0 && y <= size.height;
}
