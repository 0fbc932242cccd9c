import { DateTimeScalar } from '@moa/subgraph';
import { FollowConnection, FollowDashboardEntry, FollowEdge } from './connections.ts';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { Query } from './query.ts';
import type { Resolvers } from './schema.gen.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Member,
  FollowConnection,
  FollowEdge,
  FollowDashboardEntry,
  DateTime: DateTimeScalar,
};
