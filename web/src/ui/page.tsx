import type { ReactNode } from 'react';
import styles from './page.module.css';

type Props = {
  readonly title: string;
  /** One sentence: what can be done here. */
  readonly lead?: string;
  /** Beside the title, such as tabs or a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** What every page begins with: its name in the browser's tab and as its heading. */
export function Page({ title, lead, aside, children }: Props): ReactNode {
  return (
    <>
      <title>{`${title} · 모아 Moa`}</title>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </>
  );
}
