import type { ReactNode } from 'react';
import styles from './card.module.css';

type Props = {
  readonly as?: 'section' | 'article' | 'li' | 'div';
  readonly label?: string;
  readonly children: ReactNode;
};

/** A surface of its own. */
export function Card({ as: Tag = 'section', label, children }: Props): ReactNode {
  return (
    <Tag className={styles.card} aria-label={label}>
      {children}
    </Tag>
  );
}
