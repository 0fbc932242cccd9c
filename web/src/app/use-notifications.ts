import { useApolloClient, useMutation, useQuery, useSubscription } from '@apollo/client/react';
import {
  BellDocument,
  type BellNotificationFragment,
  type BellQuery,
  MarkAllNotificationsReadDocument,
  NotificationAddedDocument,
} from './notification-bell.gen.ts';

type Bell = {
  readonly notifications: readonly BellNotificationFragment[] | undefined;
  readonly unread: number;
  readonly markRead: () => void;
};

/** My last notifications and each new one as it comes. After a break it goes on after the last one that came. */
export function useNotifications(): Bell {
  const client = useApolloClient();
  const { data } = useQuery(BellDocument);
  const [markAll] = useMutation(MarkAllNotificationsReadDocument);
  const update = (change: (me: NonNullable<BellQuery['me']>) => NonNullable<BellQuery['me']>): void => {
    client.cache.updateQuery({ query: BellDocument }, (known) =>
      known?.me ? { ...known, me: change(known.me) } : known,
    );
  };
  const notifications = data?.me?.notifications?.nodes;
  const [newest] = notifications ?? [];

  useSubscription(NotificationAddedDocument, {
    skip: notifications === undefined,
    variables: newest ? { after: newest.id } : {},
    // The variables are where it began; that the newest one moves on is no reason to begin anew.
    shouldResubscribe: false,
    context: { resume: resumeAfter },
    onData: ({ data: { data: added } }) => {
      const next = added?.notificationAdded;
      if (!next) return;
      update((me) => {
        const nodes = me.notifications?.nodes ?? [];
        if (!me.notifications || nodes.some(({ id }) => id === next.id)) return me;
        return {
          ...me,
          unreadNotificationCount: (me.unreadNotificationCount ?? 0) + 1,
          notifications: { ...me.notifications, nodes: [next, ...nodes] },
        };
      });
    },
  });

  const unread = data?.me?.unreadNotificationCount ?? 0;
  const markRead = () => {
    if (unread === 0) return;
    const readAt = new Date().toISOString();
    update((me) => ({
      ...me,
      unreadNotificationCount: 0,
      notifications: me.notifications && {
        ...me.notifications,
        nodes: me.notifications.nodes.map((each) => ({ ...each, readAt: each.readAt ?? readAt })),
      },
    }));
    markAll().catch(() => client.refetchQueries({ include: [BellDocument] }));
  };
  return { notifications, unread, markRead };
}

const resumeAfter = (data: Record<string, unknown>): Record<string, unknown> => {
  const { notificationAdded } = data as { notificationAdded?: { id?: string } }; // as the document asks
  return notificationAdded?.id === undefined ? {} : { after: notificationAdded.id };
};
