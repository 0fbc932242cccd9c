import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import styles from './kind-choice.module.css';
import { recommendWords } from './recommend-words.ts';
import type { RecommendationKind } from './recommendation.gen.ts';

const kinds = ['PERSONAL', 'TREND', 'TASTE'] as const satisfies readonly RecommendationKind[];

type Props = { readonly kind: RecommendationKind; readonly onChoose: (kind: RecommendationKind) => void };

/** By what a trip is recommended. */
export function KindChoice({ kind, onChoose }: Props): ReactNode {
  const words = useWords(recommendWords);
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.legend}>{words.kind}</legend>
      {kinds.map((each) => (
        <label key={each} className={styles.kind}>
          <input type="radio" name="kind" value={each} checked={each === kind} onChange={() => onChoose(each)} />
          <span>
            <strong>{words.kinds[each]}</strong>
            <br />
            <span className="soft small">{words.kindTexts[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
