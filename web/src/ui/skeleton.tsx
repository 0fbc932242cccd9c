import type { ReactNode } from 'react';
import { defineWords, useWords } from '../i18n/words.ts';
import styles from './skeleton.module.css';

const words = defineWords({ loading: '불러오는 중' }, { loading: 'Loading' });

type Props = {
  /** How many blocks; give as many as will come, so that nothing jumps. */
  readonly count?: number;
  /** The height of each, as CSS says it. */
  readonly height?: string;
  /** Blocks as wide as their line, or as the cells of a grid of cards. */
  readonly layout?: 'lines' | 'cards';
};

/** Grey blocks in the place of what is on its way. */
export function Skeleton({ count = 3, height = '1.5rem', layout = 'lines' }: Props): ReactNode {
  const { loading } = useWords(words);
  return (
    <div role="status" className={styles[layout]}>
      <span className="visually-hidden">{loading}</span>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={styles.block} style={{ height }} />
      ))}
    </div>
  );
}
