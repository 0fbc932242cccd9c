import { WonScalar } from '@moa/money';
import { DateTimeScalar } from '@moa/subgraph';
import { Member } from './member.ts';
import { MenuItem } from './menu-item.ts';
import { Mutation } from './mutation.ts';
import { Order, OrderLine } from './order.ts';
import { Query } from './query.ts';
import type { Resolvers } from './schema.gen.ts';
import { Subscription } from './subscription.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  Order,
  OrderLine,
  MenuItem,
  Member,
  DateTime: DateTimeScalar,
  Won: WonScalar,
};
