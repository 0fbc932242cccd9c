import { Fragment, type ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { Leg } from './leg.tsx';
import { useName } from './use-name.ts';
import styles from './way.module.css';
import type { SubwayWayFragment } from './ways.gen.ts';
import { subwayWords } from './words.ts';

/** What one rides, and where one changes, from the first station to the last. */
export function Way({ way }: { readonly way: SubwayWayFragment }): ReactNode {
  const words = useWords(subwayWords);
  const format = useFormat();
  const nameOf = useName();
  return (
    <>
      <ol className={`plain ${styles.way}`} aria-label={words.way}>
        {way.legs.map((leg, index) => {
          const change = way.transfers[index - 1];
          return (
            <Fragment key={`${leg.line.id} ${leg.stations[0]?.id}`}>
              {change && (
                <li className={styles.change}>
                  <strong>{words.transfer(nameOf(leg.line))}</strong>
                  <span className="soft small">
                    {words.walk(format.duration(change.walkSeconds), format.distance(change.walkMeters))}
                  </span>
                </li>
              )}
              <Leg leg={leg} />
            </Fragment>
          );
        })}
      </ol>
      <p className="soft small">{way.isEstimated ? words.estimated : words.noWaiting}</p>
    </>
  );
}
