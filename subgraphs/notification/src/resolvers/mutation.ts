import { payload } from '@moa/subgraph';
import { markNotificationsRead } from '../actions/mark-notifications-read.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  markNotificationsRead: async (_root, { input }, context) =>
    payload('unreadCount', await markNotificationsRead(context, input)),
};
