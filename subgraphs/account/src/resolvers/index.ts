import { DateTimeScalar } from '@moa/subgraph';
import { Member } from './member.ts';
import { Mutation } from './mutation.ts';
import { Query } from './query.ts';
import type { Resolvers } from './schema.gen.ts';

export const resolvers: Resolvers = { Query, Mutation, Member, DateTime: DateTimeScalar };
