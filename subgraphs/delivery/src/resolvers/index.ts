import { DateTimeScalar } from '@moa/subgraph';
import { Delivery } from './delivery.ts';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { Order } from './order.ts';
import { Query } from './query.ts';
import type { Resolvers } from './schema.gen.ts';
import { Subscription } from './subscription.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  Delivery,
  Order,
  Member,
  DateTime: DateTimeScalar,
};
