import { WonScalar } from '@moa/money';
import { DateTimeScalar } from '@moa/subgraph';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { Order } from './order.ts';
import { Payment } from './payment.ts';
import { Query } from './query.ts';
import type { Resolvers } from './schema.gen.ts';
import { TokenAccount, TokenEntry } from './token-account.ts';
import { TokenPurchase } from './token-purchase.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Payment,
  Order,
  Member,
  TokenAccount,
  TokenEntry,
  TokenPurchase,
  DateTime: DateTimeScalar,
  Won: WonScalar,
};
