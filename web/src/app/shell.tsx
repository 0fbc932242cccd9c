import { type ReactNode, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useWords } from '../i18n/words.ts';
import { ConnectionNotice } from '../offline/connection-notice.tsx';
import styles from './shell.module.css';
import { shellWords } from './shell-words.ts';
import { TopBar } from './top-bar.tsx';

/** What stays while pages come and go. */
export function Shell(): ReactNode {
  const { skip, loadingPage } = useWords(shellWords);
  const main = useRef<HTMLElement>(null);
  const isLoading = useNavigation().state === 'loading';
  useFocusOnArrival(main);
  return (
    <>
      <a className={styles.skip} href="#main">
        {skip}
      </a>
      <TopBar />
      <div className={isLoading ? styles.loading : styles.progress} role="status">
        {isLoading && <span className="visually-hidden">{loadingPage}</span>}
      </div>
      <ConnectionNotice />
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  );
}

/** A new page is where keyboards and screen readers go on; the first one is where they are anyway. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }): void {
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current !== pathname) main.current?.focus({ preventScroll: true });
    seen.current = pathname;
  }, [pathname, main]);
}
