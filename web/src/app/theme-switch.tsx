import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Icon } from '../ui/icon.tsx';
import { shellWords } from './shell-words.ts';
import { rememberedTheme, type Theme, wear } from './theme.ts';
import styles from './top-bar.module.css';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };

export function ThemeSwitch(): ReactNode {
  const words = useWords(shellWords);
  const [theme, setTheme] = useState(rememberedTheme);
  const change = () => {
    wear(next[theme]);
    setTheme(next[theme]);
  };
  return (
    <button
      type="button"
      className={styles.tool}
      onClick={change}
      aria-label={words.theme[theme]}
      title={words.theme[theme]}
    >
      <Icon name={theme === 'dark' ? 'moon' : 'sun'} size={20} />
    </button>
  );
}
