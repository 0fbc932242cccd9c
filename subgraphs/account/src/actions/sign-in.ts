import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isEmail, normalizeEmail } from '../domain/email.ts';
import { lengthOf } from '../domain/password.ts';
import { type SignInRefusal, signInRefusals } from '../domain/refusals.ts';
import { findCredentials } from '../persistence/members.ts';
import type { AccountContext } from './context.ts';
import { openSession, type Session } from './open-session.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const refuse = refusalsFrom(signInRefusals);

/** Whatever is wrong, the answer and the work behind it are the same: nobody learns which addresses are known. */
export async function signIn(
  context: AccountContext,
  command: { readonly email: string; readonly password: string },
): Promise<Outcome<Session, SignInRefusal['code']>> {
  const { password } = command;
  const { viewer, em, passwords } = context;
  const email = normalizeEmail(command.email);
  const verdict = await context.attempts.prove({ viewer, email }, async () => {
    // What can be nobody's password costs nothing, known address or not.
    if (lengthOf(password) === 'TOO_LONG') return null;
    // What is no address is nobody's: PostgreSQL need not be asked, and some of it would make it answer with an error.
    const found = isEmail(email) ? await findCredentials(em, email) : null;
    return (await passwords.verify(password, found?.hash)) ? found : null;
  });
  switch (verdict.kind) {
    case 'right':
      return done(await openSession(context, verdict.value.member, verdict.value.hash));
    case 'wrong':
      return refused(refuse('CREDENTIALS_INVALID'));
    case 'blocked':
      return refused(tooManyAttempts(verdict));
  }
}
