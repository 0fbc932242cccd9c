import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../session/use-session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { NotificationList } from './notification-list.tsx';
import { shellWords } from './shell-words.ts';
import styles from './top-bar.module.css';
import { useNotifications } from './use-notifications.ts';

/** How many notifications are unread, live; a click shows the last ones. Nothing for visitors. */
export function NotificationBell(): ReactNode {
  const session = useSession();
  return session && <Bell key={session.member.id} />;
}

function Bell(): ReactNode {
  const words = useWords(shellWords);
  const { notifications, unread, markRead } = useNotifications();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        onClick={() => setOpen(true)}
        aria-label={unread > 0 ? words.unread(unread) : words.notifications}
      >
        <Icon name="bell" size={20} />
        {unread > 0 && <span className={styles.count}>{unread > 99 ? '99+' : unread}</span>}
      </button>
      <Dialog
        open={open}
        onClose={() => {
          setOpen(false);
          markRead();
        }}
        title={words.notifications}
        place="side"
      >
        <NotificationList notifications={notifications} />
      </Dialog>
    </>
  );
}
