import type { ReactNode } from 'react';
import { defineWords, useWords } from '../i18n/words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Time } from '../ui/time.tsx';
import type { BellNotificationFragment } from './notification-bell.gen.ts';
import styles from './notification-list.module.css';

const words = defineWords(
  { title: '아직 알림이 없어요', text: '주문, 택시, 팔로우 소식이 여기에 모여요.' },
  { title: 'Nothing yet', text: 'News of orders, rides and followers gather here.' },
);

export function NotificationList({
  notifications,
}: {
  readonly notifications: readonly BellNotificationFragment[] | undefined;
}): ReactNode {
  const { title, text } = useWords(words);
  if (!notifications) return <Skeleton count={4} height="3.5rem" />;
  if (notifications.length === 0) return <EmptyState title={title} text={text} />;
  return (
    <ul className={`plain ${styles.list}`} aria-live="polite">
      {notifications.map(({ id, title, text, createdAt, readAt }) => (
        <li key={id} className={readAt ? styles.read : styles.unread}>
          <strong>{title}</strong>
          <span>{text}</span>
          <span className="soft small">
            <Time at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
