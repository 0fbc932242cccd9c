import type { ReactNode } from 'react';
import styles from './notice.module.css';

type Props = { readonly tone?: 'plain' | 'good' | 'danger'; readonly children: ReactNode };

/** Something that the reader should know now; said aloud by screen readers too. */
export function Notice({ tone = 'plain', children }: Props): ReactNode {
  return (
    <div className={[styles.notice, styles[tone]].join(' ')} role={tone === 'danger' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
