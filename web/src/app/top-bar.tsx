import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/words.ts';
import { OperationsButton } from '../operations/operations-button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import { NotificationBell } from './notification-bell.tsx';
import { shellWords } from './shell-words.ts';
import { ThemeSwitch } from './theme-switch.tsx';
import styles from './top-bar.module.css';

export function TopBar(): ReactNode {
  const { home } = useWords(shellWords);
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.name} aria-label={`모아 Moa, ${home}`}>
        모아
      </Link>
      <Navigation />
      <div className={styles.tools}>
        <OperationsButton />
        <LanguageSwitch />
        <ThemeSwitch />
        <NotificationBell />
        <AccountMenu />
      </div>
    </header>
  );
}
