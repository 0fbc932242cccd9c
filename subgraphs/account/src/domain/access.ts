import type { Viewer } from '@moa/identity';

/** Who is signed in may know who the others are. */
export const maySeeMembers = (viewer: Viewer): boolean => viewer.kind === 'member';

/** E-mail address, age and roles: the member's own and the administrators' business. */
export const maySeePrivateDataOf = (viewer: Viewer, memberId: string): boolean =>
  viewer.kind === 'member' && (viewer.memberId === memberId || viewer.roles.includes('ADMIN'));
