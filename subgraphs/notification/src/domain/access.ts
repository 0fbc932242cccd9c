import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';

/** What somebody was told is theirs alone: no role sees more. */
export const policies: Policies = {
  Mutation: {
    markNotificationsRead: 'member', // ids of somebody else's are passed over: the statement asks whose they are
  },
  Subscription: {
    notificationAdded: 'member', // only one's own: the channel is the viewer's, and so is what is replayed
  },
  _entities: {
    Notification: 'filtered', // the loader, by maySeeNotification
    Member: 'public', // no more than the id that was asked with
    Order: 'public', // likewise
    TaxiBooking: 'public', // likewise
    Plan: 'public', // likewise
  },
  Member: { id: 'with-parent', notifications: 'self', unreadNotificationCount: 'self' },
  Notification: 'with-parent',
  NotificationConnection: 'with-parent',
  NotificationEdge: 'with-parent',
  PageInfo: 'with-parent',
  Order: 'with-parent', // order shows it to its people
  TaxiBooking: 'with-parent', // taxi likewise
  Plan: 'with-parent', // plan likewise
  MarkNotificationsReadPayload: 'with-parent',
  MarkNotificationsReadUserError: 'with-parent',
};

/** Only its recipient. */
export const maySeeNotification = (viewer: Viewer, { recipientId }: { readonly recipientId: string }): boolean =>
  viewer.kind === 'member' && viewer.memberId === recipientId;
