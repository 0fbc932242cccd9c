import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';

export const policies: Policies = {
  Query: {
    me: 'filtered', // the resolver: who asks, and nobody else
    member: 'filtered', // the loader, by maySeeMembers
  },
  Mutation: {
    signUp: 'public',
    signIn: 'public',
    startProviderSignIn: 'public',
    finishProviderSignIn: 'public',
    refreshSession: 'public',
    signOut: 'filtered', // the action: a session to whoever holds its token, all of them to their member
    updateAccount: 'member',
    deleteAccount: 'member',
  },
  _entities: {
    Member: 'filtered', // the loader, by maySeeMembers
  },
  Member: {
    id: 'with-parent',
    name: 'with-parent',
    createdAt: 'with-parent',
    // What a member's view leaves out: maySeePrivateDataOf, and isSelf. Who has just signed in sees it all in the session.
    email: 'filtered',
    age: 'filtered',
    roles: 'filtered',
    language: 'filtered',
  },
  Session: 'with-parent',
  SignUpPayload: 'with-parent',
  SignUpUserError: 'with-parent',
  SignInPayload: 'with-parent',
  SignInUserError: 'with-parent',
  RefreshSessionPayload: 'with-parent',
  RefreshSessionUserError: 'with-parent',
  SignOutPayload: 'with-parent',
  SignOutUserError: 'with-parent',
  UpdateAccountPayload: 'with-parent',
  UpdateAccountUserError: 'with-parent',
  DeleteAccountPayload: 'with-parent',
  DeleteAccountUserError: 'with-parent',
  StartProviderSignInPayload: 'with-parent',
  StartProviderSignInUserError: 'with-parent',
  FinishProviderSignInPayload: 'with-parent',
  FinishProviderSignInUserError: 'with-parent',
};

/** Who is signed in may know who the others are. */
export const maySeeMembers = (viewer: Viewer): boolean => viewer.kind === 'member';

/** What is nobody else's business at all. */
export const isSelf = (viewer: Viewer, memberId: string): boolean =>
  viewer.kind === 'member' && viewer.memberId === memberId;

/** E-mail address, age and roles: the member's own and the administrators' business. */
export const maySeePrivateDataOf = (viewer: Viewer, memberId: string): boolean =>
  isSelf(viewer, memberId) || (viewer.kind === 'member' && viewer.roles.includes('ADMIN'));
