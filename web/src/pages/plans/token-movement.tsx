import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Time } from '../../ui/time.tsx';
import type { TokenMovementFragment } from './tokens.gen.ts';
import styles from './tokens.module.css';
import { tokensWords } from './tokens-words.ts';

/** Tokens that came or went, and for what. */
export function TokenMovement({ entry }: { readonly entry: TokenMovementFragment }): ReactNode {
  const words = useWords(tokensWords);
  const { kind, amount, recommendation, createdAt } = entry;
  return (
    <li className={styles.movement}>
      <div>
        <strong>{words.kinds[kind]}</strong>
        <p className="soft small">
          <Time at={createdAt} />
          {recommendation && (
            <>
              {' · '}
              <Link to={`/plans/recommendations/${recommendation.id}`}>{words.see}</Link>
            </>
          )}
        </p>
      </div>
      <span className={`figures ${amount > 0 ? styles.came : styles.went}`}>
        {amount > 0 ? `+${amount}` : `−${-amount}`}
      </span>
    </li>
  );
}
