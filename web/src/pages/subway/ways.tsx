import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { type Criterion, criteria } from './use-journey.ts';
import type { SubwayWaysQuery } from './ways.gen.ts';
import styles from './ways.module.css';
import { subwayWords } from './words.ts';

type Props = {
  readonly ways: SubwayWaysQuery;
  readonly by: Criterion;
  readonly onChoose: (by: Criterion) => void;
};

/** The three ways with what each costs in time, changes and distance. */
export function Ways({ ways, by, onChoose }: Props): ReactNode {
  const words = useWords(subwayWords);
  const format = useFormat();
  return (
    <fieldset className={styles.ways}>
      <legend className="visually-hidden">{words.ways}</legend>
      {criteria.map((each) => {
        const { durationSeconds, transferCount, distanceMeters } = ways[each];
        return (
          <label key={each} className={styles.choice}>
            <input
              type="radio"
              name="by"
              className="visually-hidden"
              checked={each === by}
              onChange={() => onChoose(each)}
            />
            <span className={styles.criterion}>{words.by[each]}</span>
            <strong className={styles.duration}>{format.duration(durationSeconds)}</strong>
            <span className="soft small">{words.transfers(transferCount)}</span>
            <span className="soft small figures">{format.distance(distanceMeters)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
