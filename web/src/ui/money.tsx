import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';

/** An amount in won. */
export function Money({ won }: { readonly won: number }): ReactNode {
  return <span className="figures">{useFormat().won(won)}</span>;
}
