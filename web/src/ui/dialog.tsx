import { type ReactNode, useEffect, useId, useRef } from 'react';
import { defineWords, useWords } from '../i18n/words.ts';
import styles from './dialog.module.css';
import { Icon } from './icon.tsx';

const words = defineWords({ close: '닫기' }, { close: 'Close' });

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** `side`: a drawer at the end of the line, from the bottom on phones. */
  readonly place?: 'middle' | 'side';
  readonly children: ReactNode;
};

/** The browser's own dialog: it keeps the focus, ends with Escape and gives the focus back. */
export function Dialog({ open, onClose, title, place = 'middle', children }: Props): ReactNode {
  const { close } = useWords(words);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes; the key for that is Escape, which the browser hears
    <dialog
      ref={dialog}
      className={[styles.dialog, styles[place]].join(' ')}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      {open && (
        <div className={styles.inside}>
          <header className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={styles.close} onClick={onClose} aria-label={close}>
              <Icon name="close" />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
