import { graphError, memberId } from '@moa/subgraph';
import { mailboxChannel } from '../actions/notify.ts';
import type { NotificationView } from '../domain/notification.ts';
import { findNotificationsAfter, findNumber } from '../persistence/notification-views.ts';
import { findCounts } from '../persistence/recipients.ts';
import { replay } from './replay.ts';
import type { SubscriptionResolvers } from './schema.gen.ts';

export const Subscription: SubscriptionResolvers = {
  notificationAdded: {
    subscribe: async (_root, { after }, { em, live, viewer }) => {
      const recipientId = memberId(viewer);
      return replay<NotificationView>({
        live,
        channel: mailboxChannel(recipientId),
        begin: async () => {
          if (after == null) return (await findCounts(em, recipientId)).lastNumber;
          const number = await findNumber(em, recipientId, after);
          if (number === null) throw graphError('BAD_USER_INPUT', '`after` is no notification of yours.');
          return number;
        },
        readAfter: (number, limit) => findNotificationsAfter(em, recipientId, { number, limit }),
      });
    },
    resolve: (view: NotificationView) => view,
  },
};
