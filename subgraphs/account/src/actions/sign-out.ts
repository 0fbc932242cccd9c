import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type SignOutRefusal, signOutRefusals } from '../domain/refusals.ts';
import { lockOpenSessionsOf, lockSessionOf } from '../persistence/sessions.ts';
import { hashRefreshToken } from '../tokens/refresh-token.ts';
import type { AccountContext } from './context.ts';
import { endSessions } from './end-sessions.ts';

const refuse = refusalsFrom(signOutRefusals);

/**
 * Ends one session, which whoever holds a refresh token of it may do, or all of the member who asks. Nothing is wrong when
 * there was none. @throws UNAUTHENTICATED for `everywhere` of who is not signed in
 */
export async function signOut(
  context: AccountContext,
  {
    refreshToken,
    everywhere,
  }: { readonly refreshToken?: string | null | undefined; readonly everywhere?: boolean | undefined },
): Promise<Outcome<true, SignOutRefusal['code']>> {
  const member = everywhere ? memberId(context.viewer) : undefined;
  if (!member && refreshToken == null) return refused(refuse('REFRESH_TOKEN_MISSING', 'refreshToken'));
  await context.transaction(async (em) => {
    const one = member || refreshToken == null ? null : await lockSessionOf(em, hashRefreshToken(refreshToken));
    const sessions = member ? await lockOpenSessionsOf(em, member) : one ? [one] : [];
    await endSessions(em, sessions, { because: 'SIGNED_OUT', context });
  });
  context.revocations.announce();
  return done(true);
}
