import { send } from '@moa/outbox';
import { done, graphError, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { normalizeEmail } from '../domain/email.ts';
import { type DeleteAccountRefusal, deleteAccountRefusals } from '../domain/refusals.ts';
import { forgetProviders } from '../persistence/linked-providers.ts';
import { eraseMember, findCredentialsById, lockMember } from '../persistence/members.ts';
import { blankNameInFacts } from '../persistence/published-facts.ts';
import { eraseSessionsOf, lockOpenSessionsOf } from '../persistence/sessions.ts';
import type { AccountContext } from './context.ts';
import { revoke } from './end-sessions.ts';
import { provePassword } from './prove-password.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const refuse = refusalsFrom(deleteAccountRefusals);

export type DeleteAccount = {
  readonly password?: string | null | undefined;
  readonly confirmEmail?: string | null | undefined;
};
type Result = Outcome<true, DeleteAccountRefusal['code']>;

/** Erases the member who asks, and tells the other subgraphs, which erase what they know. */
export async function deleteAccount(context: AccountContext, command: DeleteAccount): Promise<Result> {
  const id = memberId(context.viewer);
  const confirmed = await confirm(context, id, command);
  if (confirmed.kind === 'refused') return confirmed;
  const now = context.clock();
  const isErased = await context.transaction(async (em) => {
    const held = await lockMember(em, id, 'update');
    // Twice at once: the second finds nobody.
    if (!held) throw graphError('UNAUTHENTICATED');
    // Somebody changed it since it was shown.
    if (held.hash !== confirmed.value) return false;
    const sessions = await lockOpenSessionsOf(em, id);
    await eraseSessionsOf(em, id);
    await forgetProviders(em, id);
    await blankNameInFacts(em, id);
    const version = await eraseMember(em, id, now);
    await send(em, [{ kind: 'fact', fact: { type: 'MemberDeleted', version, memberId: id } }]);
    await revoke(em, sessions, context);
    return true;
  });
  if (!isErased) return refused(refuse('PASSWORD_WRONG', 'password'));
  context.revocations.announce();
  return done(true);
}

/** Whether the member means it, by what they sign in with; the hash of the password, if that was what. */
async function confirm(
  context: AccountContext,
  id: string,
  { password, confirmEmail }: DeleteAccount,
): Promise<Outcome<string | undefined, DeleteAccountRefusal['code']>> {
  const found = await findCredentialsById(context.em, id);
  if (!found) throw graphError('UNAUTHENTICATED');
  if (found.hash === undefined) {
    const isTheirs = normalizeEmail(confirmEmail ?? '') === found.member.email;
    return isTheirs ? done(undefined) : refused(refuse('EMAIL_WRONG', 'confirmEmail'));
  }
  if (password == null) return refused(refuse('PASSWORD_WRONG', 'password'));
  const verdict = await provePassword(context, id, password);
  switch (verdict.kind) {
    case 'right':
      return done(verdict.value);
    case 'wrong':
      return refused(refuse('PASSWORD_WRONG', 'password'));
    case 'blocked':
      return refused(tooManyAttempts(verdict));
  }
}
