import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useWords } from '../i18n/words.ts';
import { Icon } from '../ui/icon.tsx';
import { destinations } from './destinations.ts';
import styles from './navigation.module.css';
import { shellWords } from './shell-words.ts';

/** In the top bar; at the bottom of the screen on phones, where thumbs are. */
export function Navigation(): ReactNode {
  const words = useWords(shellWords);
  return (
    <nav className={styles.navigation} aria-label={words.navigation}>
      {destinations.map((name) => (
        <NavLink key={name} to={`/${name}`} className={styles.link ?? ''}>
          <Icon name={name} size={20} />
          <span>{words[name]}</span>
        </NavLink>
      ))}
    </nav>
  );
}
