import { actorOf } from '../domain/notification.ts';
import { wordsOf } from '../domain/texts.ts';
import type { NotificationResolvers } from './schema.gen.ts';

export const Notification: NotificationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.notification.load(id),
  kind: ({ content }) => content.kind,
  title: (view) => wordsOf(view).title,
  text: (view) => wordsOf(view).text,
  order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
  taxiBooking: ({ taxiBookingId }) => (taxiBookingId === null ? null : { id: taxiBookingId }),
  plan: ({ planId }) => (planId === null ? null : { id: planId }),
  member(view) {
    const id = actorOf(view);
    return id === null ? null : { id };
  },
};
