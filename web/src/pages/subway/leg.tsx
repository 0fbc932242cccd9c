import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { LineName } from './line-name.tsx';
import { useName } from './use-name.ts';
import styles from './way.module.css';
import type { WayLegFragment } from './ways.gen.ts';
import { subwayWords } from './words.ts';

/** From where one gets on a train to where one gets off, beside a bar in the colour of its line. */
export function Leg({ leg: { line, stations, durationSeconds } }: { readonly leg: WayLegFragment }): ReactNode {
  const words = useWords(subwayWords);
  const format = useFormat();
  const nameOf = useName();
  const [first, last] = [stations[0], stations.at(-1)];
  const between = stations.slice(1, -1);
  const ride = `${words.stops(stations.length - 1)} · ${format.duration(durationSeconds)}`;
  return (
    <li className={styles.leg} style={{ borderColor: line.color }}>
      <p className={styles.stop}>
        <strong>{first && nameOf(first)}</strong> <LineName line={line} />
      </p>
      {between.length === 0 ? (
        <p className="soft small">{ride}</p>
      ) : (
        <details>
          <summary className={styles.ride}>{ride}</summary>
          <ol className={`plain soft small ${styles.between}`}>
            {between.map((station) => (
              <li key={station.id}>{nameOf(station)}</li>
            ))}
          </ol>
        </details>
      )}
      <p className={styles.stop}>
        <strong>{last && nameOf(last)}</strong>
      </p>
    </li>
  );
}
