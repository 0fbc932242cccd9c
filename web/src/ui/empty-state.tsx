import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = { readonly title: string; readonly text?: string; readonly children?: ReactNode };

/** Where a list has nothing: says what would stand there, and offers the way to it. */
export function EmptyState({ title, text, children }: Props): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {text && <p>{text}</p>}
      {children && <div className={styles.ways}>{children}</div>}
    </div>
  );
}
