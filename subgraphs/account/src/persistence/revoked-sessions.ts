import type { EntityManager } from '@mikro-orm/postgresql';
import type { RevokedPage } from '../tokens/revocation-feed.ts';

const pageSize = 1_000;

/**
 * Call it last in a transaction. Holds others off until the transaction ends, so that places become visible in their order
 * and a reader who has seen one has seen all before it.
 */
export async function addRevokedSessions(em: EntityManager, sessionIds: readonly string[], until: Date): Promise<void> {
  if (sessionIds.length === 0) return;
  await em.execute(`select pg_advisory_xact_lock(hashtext('revoked_sessions'))`);
  await em.execute('insert into revoked_sessions (session_id, until) select unnest(?::uuid[]), ?', [
    `{${sessionIds.join(',')}}`,
    until,
  ]);
}

/** Those after the place that still matter, the oldest first. */
export async function findRevokedSessions(em: EntityManager, after: string, now: Date): Promise<RevokedPage> {
  const rows: { readonly place: string; readonly sid: string; readonly until: string }[] = await em.execute(
    `select place::text, session_id as sid, until from revoked_sessions
     where place > ?::bigint and until > ? order by revoked_sessions.place limit ${pageSize}`,
    [after, now],
  );
  return {
    revoked: rows.map(({ sid, until }) => ({ sid, until: new Date(until) })),
    next: rows.at(-1)?.place ?? after,
  };
}

/** Forgets those whose access tokens have all expired. */
export async function forgetRevokedSessions(em: EntityManager, now: Date): Promise<void> {
  await em.execute('delete from revoked_sessions where until <= ?', [now]);
}
