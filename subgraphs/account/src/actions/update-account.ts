import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { done, graphError, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Member } from '../domain/member.ts';
import { type MemberView, ownViewOf } from '../domain/member-view.ts';
import { type UpdateAccountRefusal, updateAccountRefusals } from '../domain/refusals.ts';
import {
  decideUpdateAccount,
  type PasswordChange,
  type Profile,
  type UpdateAccount,
} from '../domain/update-account.ts';
import { lockMember, putPassword, updateMember } from '../persistence/members.ts';
import { lockOpenSessionsOf } from '../persistence/sessions.ts';
import { hashRefreshToken } from '../tokens/refresh-token.ts';
import type { AccountContext } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { provePassword } from './prove-password.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const refuse = refusalsFrom(updateAccountRefusals);

type NewPassword = { readonly shown: string; readonly hash: string; readonly change: PasswordChange };

/** Changes the own account. Hashes before the transaction, so that no connection is held meanwhile. */
export async function updateAccount(
  context: AccountContext,
  command: UpdateAccount,
): Promise<Outcome<MemberView, UpdateAccountRefusal['code']>> {
  const id = memberId(context.viewer);
  const decision = decideUpdateAccount(command);
  if (decision.kind === 'refused') return decision;

  let password: NewPassword | undefined;
  if (command.password) {
    const verdict = await provePassword(context, id, command.password.current);
    if (verdict.kind === 'blocked') return refused(tooManyAttempts(verdict));
    if (verdict.kind === 'wrong') return refused(refuse('PASSWORD_WRONG', 'password', 'current'));
    const hash = await context.passwords.hash(command.password.new);
    password = { shown: verdict.value, hash, change: command.password };
  }
  const after = await context.transaction(async (em) => {
    const found = await lockMember(em, id, 'update');
    if (!found) throw graphError('UNAUTHENTICATED');
    // Somebody changed it while we hashed.
    if (password && found.hash !== password.shown) return null;
    const member = await change(em, found.member, decision.value);
    if (password) await changePassword(em, member, { password, context });
    return member;
  });
  if (!after) return refused(refuse('PASSWORD_WRONG', 'password', 'current'));
  if (password) context.revocations.announce();
  return done(ownViewOf(after));
}

/** Stores what changed of a locked member, and says so where others know them by it. */
async function change(em: EntityManager, before: Member, changes: Profile): Promise<Member> {
  const { member, version } = await updateMember(em, before, changes);
  const { id, name, language } = member;
  if (name !== before.name || language !== before.language) {
    await send(em, [{ kind: 'fact', fact: { type: 'MemberUpdated', version, memberId: id, name, language } }]);
  }
  return member;
}

/** Who knew the old password is signed out, but for the session that asks. */
async function changePassword(
  em: EntityManager,
  { id }: Member,
  { password: { hash, change }, context }: { readonly password: NewPassword; readonly context: AccountContext },
): Promise<void> {
  await putPassword(em, id, hash);
  const kept = change.refreshToken == null ? undefined : hashRefreshToken(change.refreshToken);
  const sessions = await lockOpenSessionsOf(em, id);
  const others = sessions.filter(({ unused }) => unused.hash !== kept);
  await endSessions(em, others, { because: 'PASSWORD_CHANGED', context });
}
