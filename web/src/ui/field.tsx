import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './field.module.css';

type Props = {
  readonly label: string;
  /** What is wrong with it, told where it stands. */
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  /** The label is for who can't see; the place says what it is. */
  readonly labelHidden?: boolean;
};

/** What ties an input to its label, its hint and its error. */
const useTies = ({ error, hint }: Props) => {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  } as const;
};

function Around({
  id,
  label,
  error,
  hint,
  labelHidden,
  children,
}: Props & { id: string; children: ReactNode }): ReactNode {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** A line of text with its label and its error. */
export function Field({
  label,
  error,
  hint,
  labelHidden = false,
  ...rest
}: Props & ComponentProps<'input'>): ReactNode {
  const ties = useTies({ label, error, hint });
  return (
    <Around id={ties.id} {...{ label, error, hint, labelHidden }}>
      <input className={styles.input} {...ties} {...rest} id={ties.id} />
    </Around>
  );
}

/** Several lines of text. */
export function TextField({
  label,
  error,
  hint,
  labelHidden = false,
  ...rest
}: Props & ComponentProps<'textarea'>): ReactNode {
  const ties = useTies({ label, error, hint });
  return (
    <Around id={ties.id} {...{ label, error, hint, labelHidden }}>
      <textarea className={styles.input} rows={4} {...ties} {...rest} id={ties.id} />
    </Around>
  );
}

/** One of a few. */
export function SelectField({
  label,
  error,
  hint,
  labelHidden = false,
  ...rest
}: Props & ComponentProps<'select'>): ReactNode {
  const ties = useTies({ label, error, hint });
  return (
    <Around id={ties.id} {...{ label, error, hint, labelHidden }}>
      <select className={styles.input} {...ties} {...rest} id={ties.id} />
    </Around>
  );
}
