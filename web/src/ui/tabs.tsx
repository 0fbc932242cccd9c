import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import styles from './tabs.module.css';

export type Tab = { readonly to: string; readonly label: string; readonly end?: boolean };

/** The ways inside one page; each is an address of its own. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }): ReactNode {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, label, end = false }) => (
        <NavLink key={to} to={to} end={end} className={styles.tab ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
