import type { Viewer } from '@moa/identity';
import { isSelf, maySeeMembers, maySeePrivateDataOf } from './access.ts';
import type { Member } from './member.ts';

/** A member as somebody may see them: what is not for that somebody is not in it. */
export type MemberView = Pick<Member, 'id' | 'name' | 'createdAt'> & {
  readonly [Private in 'email' | 'age' | 'roles' | 'language']: Member[Private] | null;
};

/** All of it: as members see themselves. */
export const ownViewOf = (member: Member): MemberView => member;

/** Null when the viewer may not even know that there is such a member. */
export function viewOf(member: Member, viewer: Viewer): MemberView | null {
  if (!maySeeMembers(viewer)) return null;
  if (isSelf(viewer, member.id)) return ownViewOf(member);
  if (maySeePrivateDataOf(viewer, member.id)) return { ...member, language: null };
  const { id, name, createdAt } = member;
  return { id, name, createdAt, email: null, age: null, roles: null, language: null };
}
