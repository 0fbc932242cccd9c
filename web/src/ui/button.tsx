import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';

type Props = ComponentProps<'button'> & {
  /** `accent`: the one thing that the page is for. `quiet`: text alone. */
  readonly tone?: 'plain' | 'accent' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  /** Its work is under way: it can't be pressed again, and keeps its width. */
  readonly busy?: boolean;
};

export function Button({
  tone = 'plain',
  size = 'normal',
  busy = false,
  children,
  className,
  ...rest
}: Props): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, styles[tone], styles[size], className].filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
    >
      <span className={styles.label}>{children}</span>
      {busy && <span className={styles.spinner} aria-hidden="true" />}
    </button>
  );
}
