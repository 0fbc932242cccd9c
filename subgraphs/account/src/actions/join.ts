import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import type { Member } from '../domain/member.ts';
import { addMember } from '../persistence/members.ts';

/** Stores a new member and says so, whichever way they come in. False, and nothing said, when the e-mail address is somebody's. */
export async function join(em: EntityManager, member: Member, hash?: string): Promise<boolean> {
  if (!(await addMember(em, member, hash))) return false;
  const { id, name, language } = member;
  await send(em, [{ kind: 'fact', fact: { type: 'MemberJoined', version: 1, memberId: id, name, language } }]);
  return true;
}
