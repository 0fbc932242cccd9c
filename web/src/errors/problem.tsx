import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { generalWords } from './error-words.ts';
import styles from './problem.module.css';
import { readError } from './read-error.ts';
import { useExplain } from './use-explain.ts';

type Props = {
  /** Whatever was thrown; nothing is shown without. */
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
};

/** What went wrong in a request, the number to ask us with, and a way to try again. */
export function Problem({ error, onRetry }: Props): ReactNode {
  const explain = useExplain();
  const words = useWords(generalWords);
  if (!error) return null;
  const { requestId } = readError(error);
  return (
    <Notice tone="danger">
      <p>{explain(error)}</p>
      {requestId && <p className={styles.request}>{words.requestId(requestId)}</p>}
      {onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
    </Notice>
  );
}
