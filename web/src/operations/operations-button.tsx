import { lazy, type ReactNode, Suspense, useState } from 'react';
import { shellWords } from '../app/shell-words.ts';
import styles from '../app/top-bar.module.css';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const OperationsList = lazy(() => import('./operations-list.tsx'));

/** Opens the drawer with the operations that the page ran. */
export function OperationsButton(): ReactNode {
  const { operations } = useWords(shellWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        onClick={() => setOpen(true)}
        aria-label={operations}
        title={operations}
      >
        <Icon name="code" size={20} />
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={operations} place="side">
        <Suspense fallback={<Skeleton count={5} height="3rem" />}>
          <OperationsList />
        </Suspense>
      </Dialog>
    </>
  );
}
