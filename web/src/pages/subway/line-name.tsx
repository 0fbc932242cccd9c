import type { ReactNode } from 'react';
import type { RiddenLineFragment } from './stations.gen.ts';
import styles from './subway.module.css';
import { useName } from './use-name.ts';

/** In its colour beside its name, since nobody has to tell lines apart by colours alone. */
export function LineName({ line }: { readonly line: RiddenLineFragment }): ReactNode {
  const nameOf = useName();
  return (
    <span className={styles.lineName}>
      <span className={styles.dot} style={{ background: line.color }} />
      {nameOf(line)}
    </span>
  );
}
