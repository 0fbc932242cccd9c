import { connectionOf, pageRequest } from '@moa/subgraph';
import { findNotificationsOf } from '../persistence/notification-views.ts';
import { findCounts } from '../persistence/recipients.ts';
import type { MemberResolvers } from './schema.gen.ts';

/** Members belong to account; here they are no more than their id. */
export type MemberReference = { readonly id: string };

export const Member: MemberResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  notifications: async ({ id }, { first, after, unreadOnly }, { em }) => {
    const page = pageRequest(first, after, isNumber);
    return connectionOf(await findNotificationsOf(em, id, { unreadOnly, page }), page, ({ number }) => String(number));
  },
  unreadNotificationCount: async ({ id }, _arguments, { em }) => (await findCounts(em, id)).unreadCount,
};

/** Few enough digits for PostgreSQL's integer. */
const isNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);
