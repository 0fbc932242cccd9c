import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isEmail, normalizeEmail } from '../domain/email.ts';
import { lengthOf } from '../domain/password.ts';
import { type SignInRefusal, signInRefusals } from '../domain/refusals.ts';
import { findCredentials } from '../persistence/members.ts';
import type { AccountContext } from './context.ts';
import { openSession, type Session } from './open-session.ts';

const refuse = refusalsFrom(signInRefusals);

/** Whatever is wrong, the answer and the work behind it are the same: nobody learns which addresses are known. */
export async function signIn(
  context: AccountContext,
  command: { readonly email: string; readonly password: string },
): Promise<Outcome<Session, SignInRefusal['code']>> {
  const { password } = command;
  const email = normalizeEmail(command.email);
  // What can be nobody's password costs nothing, known address or not.
  if (lengthOf(password) === 'TOO_LONG') return refused(refuse('CREDENTIALS_INVALID'));
  // What is no address is nobody's: PostgreSQL need not be asked, and some of it would make it answer with an error.
  const found = isEmail(email) ? await findCredentials(context.em, email) : null;
  const isRight = await context.passwords.verify(password, found?.hash);
  return found && isRight ? done(await openSession(context, found.member)) : refused(refuse('CREDENTIALS_INVALID'));
}
