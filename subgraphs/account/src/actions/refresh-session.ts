import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type RefreshSessionRefusal, refreshSessionRefusals } from '../domain/refusals.ts';
import { decide } from '../domain/session.ts';
import { findMembersById } from '../persistence/members.ts';
import { lockSessionOf, saveSessionChange } from '../persistence/sessions.ts';
import { generateRefreshToken, hashRefreshToken, refreshTokenExpiry } from '../tokens/refresh-token.ts';
import type { AccountContext } from './context.ts';
import { revoke } from './end-sessions.ts';
import { type Session, sessionWith } from './open-session.ts';

const refuse = refusalsFrom(refreshSessionRefusals);

/** Of simultaneous uses of one token, the first goes on; the second ends the session, and what the first got with it. */
export async function refreshSession(
  context: AccountContext,
  command: { readonly refreshToken: string },
): Promise<Outcome<Session, RefreshSessionRefusal['code']>> {
  const now = context.clock();
  const presented = hashRefreshToken(command.refreshToken);
  const refreshToken = generateRefreshToken();
  const next = { hash: hashRefreshToken(refreshToken), expiresAt: refreshTokenExpiry(now) };
  const refreshed = await context.transaction(async (em) => {
    const session = await lockSessionOf(em, presented);
    const change = session && decide(session, { kind: 'refresh', presented, next, now });
    if (!change) return null;
    await saveSessionChange(em, session, { change, now });
    switch (change.kind) {
      case 'ended':
        await revoke(em, [session], context);
        return null;
      case 'refreshed': {
        const [member] = await findMembersById(em, [session.memberId]);
        return member ? { id: session.id, member } : null;
      }
    }
  });
  if (refreshed) return done(await sessionWith(context, { ...refreshed, refreshToken, now }));
  context.revocations.announce();
  return refused(refuse('SESSION_ENDED'));
}
