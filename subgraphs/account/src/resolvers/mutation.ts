import { payload } from '@moa/subgraph';
import { deleteAccount } from '../actions/delete-account.ts';
import { finishProviderSignIn } from '../actions/finish-provider-sign-in.ts';
import { refreshSession } from '../actions/refresh-session.ts';
import { signIn } from '../actions/sign-in.ts';
import { signOut } from '../actions/sign-out.ts';
import { signUp } from '../actions/sign-up.ts';
import { startProviderSignIn } from '../actions/start-provider-sign-in.ts';
import { updateAccount } from '../actions/update-account.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  signUp: async (_root, { input }, context) => payload('session', await signUp(context, input)),
  signIn: async (_root, { input }, context) => payload('session', await signIn(context, input)),
  refreshSession: async (_root, { input }, context) => payload('session', await refreshSession(context, input)),
  signOut: async (_root, { input }, context) => {
    const outcome = await signOut(context, input);
    return { ...payload('signedOut', outcome), signedOut: outcome.kind === 'done' };
  },
  updateAccount: async (_root, { input }, context) => payload('member', await updateAccount(context, input)),
  deleteAccount: async (_root, { input }, context) => {
    const outcome = await deleteAccount(context, input);
    return { ...payload('deleted', outcome), deleted: outcome.kind === 'done' };
  },
  startProviderSignIn: async (_root, { input }, context) =>
    payload('authorizationUrl', await startProviderSignIn(context, input)),
  finishProviderSignIn: async (_root, { input }, context) =>
    payload('session', await finishProviderSignIn(context, input)),
};
