import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { speak, useLanguage } from '../i18n/language.ts';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../session/use-session.ts';
import { SpeakWithMeDocument } from './language-switch.gen.ts';
import { shellWords } from './shell-words.ts';
import styles from './top-bar.module.css';

/** The page's language; for who is signed in also the one in which Moa writes to them. */
export function LanguageSwitch(): ReactNode {
  const { language: other } = useWords(shellWords);
  const next = useLanguage() === 'ko' ? 'en' : 'ko';
  const session = useSession();
  const [speakWithMe] = useMutation(SpeakWithMeDocument);
  const change = () => {
    speak(next);
    if (session)
      speakWithMe({ variables: { language: next === 'ko' ? 'KO' : 'EN' } }).catch(() => {
        // Notifications stay in the other language; the page has changed all the same.
      });
  };
  return (
    <button type="button" className={styles.tool} onClick={change} lang={next} aria-label={other}>
      {next === 'ko' ? '한' : 'EN'}
    </button>
  );
}
