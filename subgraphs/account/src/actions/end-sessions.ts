import type { EntityManager } from '@mikro-orm/postgresql';
import { decide, type EndReason, type Session } from '../domain/session.ts';
import { addRevokedSessions } from '../persistence/revoked-sessions.ts';
import { saveSessionChange } from '../persistence/sessions.ts';
import type { AccountContext } from './context.ts';

/** Ends the locked sessions that are still open. The last thing to do in a transaction: see `revoke`. */
export async function endSessions(
  em: EntityManager,
  sessions: readonly Session[],
  { because, context }: { readonly because: EndReason; readonly context: AccountContext },
): Promise<void> {
  const now = context.clock();
  const ended: Session[] = [];
  for (const session of sessions) {
    const change = decide(session, { kind: 'end', because });
    if (!change) continue;
    await saveSessionChange(em, session, { change, now });
    ended.push(session);
  }
  await revoke(em, ended, context);
}

/**
 * Publishes that the access tokens of these sessions are not good any more. The last thing to do in a transaction, since it
 * holds off all others who revoke; whoever runs the transaction announces it afterwards.
 */
export async function revoke(
  em: EntityManager,
  sessions: readonly Session[],
  { clock, tokenTerms }: AccountContext,
): Promise<void> {
  const until = new Date(clock().getTime() + tokenTerms.accessTokenMinutes * 60_000);
  await addRevokedSessions(
    em,
    sessions.map(({ id }) => id),
    until,
  );
}
