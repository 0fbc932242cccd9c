import { WonScalar } from '@moa/money';
import { DateTimeScalar } from '@moa/subgraph';
import { DateScalar } from './date-scalar.ts';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { Plan } from './plan.ts';
import { Query } from './query.ts';
import { Recommendation } from './recommendation.ts';
import type { Resolvers } from './schema.gen.ts';
import { Subscription } from './subscription.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  Plan,
  Recommendation,
  Member,
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Won: WonScalar,
};
