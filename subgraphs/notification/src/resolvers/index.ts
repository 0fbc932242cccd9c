import { DateTimeScalar } from '@moa/subgraph';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { Notification } from './notification.ts';
import type { Resolvers } from './schema.gen.ts';
import { Subscription } from './subscription.ts';

export const resolvers: Resolvers = { Mutation, Subscription, Notification, Member, DateTime: DateTimeScalar };
