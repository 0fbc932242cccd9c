import type { ReactNode } from 'react';
import styles from './status-line.module.css';

export type Step = {
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead' | 'failed';
  /** A word more, such as who brings it. */
  readonly detail?: ReactNode;
};

type Props = {
  /** What the steps are of, for who can't see them. */
  readonly label: string;
  readonly steps: readonly Step[];
};

/** How far something has come: an order, a ride, a recommendation. */
export function StatusLine({ label, steps }: Props): ReactNode {
  return (
    <ol className={styles.line} aria-label={label} aria-live="polite">
      {steps.map(({ label, state, detail }) => (
        <li key={label} className={styles[state]} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles.label}>{label}</span>
          {detail && <span className={styles.detail}>{detail}</span>}
        </li>
      ))}
    </ol>
  );
}
