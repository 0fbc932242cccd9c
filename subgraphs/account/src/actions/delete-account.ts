import { send } from '@moa/outbox';
import { done, graphError, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { normalizeEmail } from '../domain/email.ts';
import { type DeleteAccountRefusal, deleteAccountRefusals } from '../domain/refusals.ts';
import { forgetProviders } from '../persistence/linked-providers.ts';
import { eraseMember, findCredentialsById, lockMember } from '../persistence/members.ts';
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
  const refusal = await confirm(context, id, command);
  if (refusal) return refusal;
  const now = context.clock();
  await context.transaction(async (em) => {
    // Twice at once: the second finds nobody.
    if (!(await lockMember(em, id, 'update'))) throw graphError('UNAUTHENTICATED');
    const sessions = await lockOpenSessionsOf(em, id);
    await eraseSessionsOf(em, id);
    await forgetProviders(em, id);
    const version = await eraseMember(em, id, now);
    await send(em, [{ kind: 'fact', fact: { type: 'MemberDeleted', version, memberId: id } }]);
    await revoke(em, sessions, context);
  });
  context.revocations.announce();
  return done(true);
}

/** Whether the member means it, by what they sign in with; null when so. */
async function confirm(
  context: AccountContext,
  id: string,
  { password, confirmEmail }: DeleteAccount,
): Promise<Extract<Result, { kind: 'refused' }> | null> {
  const found = await findCredentialsById(context.em, id);
  if (!found) throw graphError('UNAUTHENTICATED');
  if (found.hash === undefined) {
    const isTheirs = normalizeEmail(confirmEmail ?? '') === found.member.email;
    return isTheirs ? null : refused(refuse('EMAIL_WRONG', 'confirmEmail'));
  }
  if (password == null) return refused(refuse('PASSWORD_WRONG', 'password'));
  const verdict = await provePassword(context, id, password);
  switch (verdict.kind) {
    case 'right':
      return null;
    case 'wrong':
      return refused(refuse('PASSWORD_WRONG', 'password'));
    case 'blocked':
      return refused(tooManyAttempts(verdict));
  }
}
