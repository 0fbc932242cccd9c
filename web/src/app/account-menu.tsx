import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../i18n/words.ts';
import { signOut } from '../session/sign-out.ts';
import { useSession } from '../session/use-session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { shellWords } from './shell-words.ts';
import styles from './top-bar.module.css';

/** The way to sign in; once there is somebody, who it is and the way out. */
export function AccountMenu(): ReactNode {
  const words = useWords(shellWords);
  const session = useSession();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  if (!session)
    return (
      <Link to="/sign-in" state={{ from: pathname }} className={styles.tool}>
        {words.signIn}
      </Link>
    );
  const { name, email } = session.member;
  const leave = () => {
    setOpen(false);
    signOut();
  };
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        onClick={() => setOpen(true)}
        aria-label={`${words.account}: ${name}`}
      >
        <span className={styles.who}>{name}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={name}>
        <p className="soft">{email}</p>
        <Button onClick={leave}>{words.signOut}</Button>
      </Dialog>
    </>
  );
}
