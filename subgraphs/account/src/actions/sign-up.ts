import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type SignUpRefusal, signUpRefusals } from '../domain/refusals.ts';
import { decideSignUp, type SignUp } from '../domain/sign-up.ts';
import type { AccountContext } from './context.ts';
import { join } from './join.ts';
import { openSession, type Session } from './open-session.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const refuse = refusalsFrom(signUpRefusals);

/** Hashes before the transaction, so that no connection is held meanwhile. Of simultaneous twins the database lets one in. */
export async function signUp(
  context: AccountContext,
  command: SignUp,
): Promise<Outcome<Session, SignUpRefusal['code']>> {
  const decision = decideSignUp(command, { id: context.ids(), now: context.clock() });
  if (decision.kind === 'refused') return decision;
  const admission = await context.attempts.signUp(context.viewer);
  if (admission.kind === 'blocked') return refused(tooManyAttempts(admission));
  const member = decision.value;
  const hash = await context.passwords.hash(command.password);
  const joined = await context.transaction((em) => join(em, member, hash));
  return joined ? done(await openSession(context, member)) : refused(refuse('EMAIL_TAKEN', 'email'));
}
