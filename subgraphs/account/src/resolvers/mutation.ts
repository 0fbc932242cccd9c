import { payload } from '@moa/subgraph';
import { signIn } from '../actions/sign-in.ts';
import { signUp } from '../actions/sign-up.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  signUp: async (_root, { input }, context) => payload('session', await signUp(context, input)),
  signIn: async (_root, { input }, context) => payload('session', await signIn(context, input)),
};
