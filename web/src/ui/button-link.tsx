import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

type Props = Omit<LinkProps, 'className'> & {
  readonly tone?: 'plain' | 'accent' | 'quiet';
  readonly size?: 'normal' | 'small';
};

/** A way to another page that looks like a button. */
export function ButtonLink({ tone = 'plain', size = 'normal', ...rest }: Props): ReactNode {
  return <Link className={[styles.button, styles[tone], styles[size]].join(' ')} {...rest} />;
}
