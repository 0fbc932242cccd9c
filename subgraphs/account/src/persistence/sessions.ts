import type { EntityManager } from '@mikro-orm/postgresql';
import type { EndReason, OpenSession, RefreshToken, Session, SessionChange } from '../domain/session.ts';

type Row = {
  readonly id: string;
  readonly memberId: string;
  readonly because: EndReason | null;
  readonly hash: string | null;
  readonly expiresAt: string | null;
};

/** Stores a new session with its first refresh token. */
export async function addSession(
  em: EntityManager,
  { id, memberId, unused, now }: { id: string; memberId: string; unused: RefreshToken; now: Date },
): Promise<void> {
  await em.execute('insert into sessions (id, member_id, created_at) values (?, ?, ?)', [id, memberId, now]);
  await addRefreshToken(em, id, unused);
}

/** The session that gave this refresh token out, used or not, held to the end of the transaction. */
export async function lockSessionOf(em: EntityManager, tokenHash: string): Promise<Session | null> {
  const ids: { readonly id: string }[] = await em.execute(
    `select id from sessions where id = (select session_id from refresh_tokens where hash = decode(?, 'hex')) for update`,
    [tokenHash],
  );
  // Read only now: whoever held the session before may have used the token.
  return ids[0] ? ((await findSessions(em, 'id = ?', ids[0].id))[0] ?? null) : null;
}

/** The open sessions of a member, held to the end of the transaction. */
export async function lockOpenSessionsOf(em: EntityManager, memberId: string): Promise<readonly OpenSession[]> {
  await em.execute('select id from sessions where member_id = ? and ended_at is null order by id for update', [
    memberId,
  ]);
  const sessions = await findSessions(em, 'member_id = ? and ended_at is null', memberId);
  return sessions.filter((session) => session.status === 'OPEN');
}

/** Stores what became of a locked session. */
export async function saveSessionChange(
  em: EntityManager,
  { id }: Session,
  { change, now }: { readonly change: SessionChange; readonly now: Date },
): Promise<void> {
  switch (change.kind) {
    case 'refreshed':
      await em.execute(`update refresh_tokens set used_at = ? where hash = decode(?, 'hex')`, [now, change.used]);
      return addRefreshToken(em, id, change.next);
    case 'ended':
      await em.execute('update sessions set ended_at = ?, ended_because = ? where id = ?', [now, change.because, id]);
  }
}

/** Forgets refresh tokens that would be refused by their age alone, and sessions that have none left. */
export async function forgetSessions(em: EntityManager, now: Date): Promise<void> {
  await deleteInBatches(em, 'refresh_tokens', { condition: 'expires_at <= ?', values: [now] });
  const condition = 'not exists (select from refresh_tokens where session_id = sessions.id)';
  await deleteInBatches(em, 'sessions', { condition, values: [] });
}

/** Rows deleted by one statement: few enough for the time that a statement has. */
const batchSize = 5_000;

async function deleteInBatches(
  em: EntityManager,
  table: string,
  { condition, values }: { readonly condition: string; readonly values: readonly Date[] },
): Promise<void> {
  const text = `delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ${batchSize}))`;
  let deleted: number;
  do {
    ({ affectedRows: deleted } = await em.execute<{ affectedRows: number }>(text, [...values], 'run'));
  } while (deleted === batchSize);
}

export async function eraseSessionsOf(em: EntityManager, memberId: string): Promise<void> {
  await em.execute('delete from sessions where member_id = ?', [memberId]);
}

async function addRefreshToken(em: EntityManager, sessionId: string, { hash, expiresAt }: RefreshToken): Promise<void> {
  await em.execute(`insert into refresh_tokens (hash, session_id, expires_at) values (decode(?, 'hex'), ?, ?)`, [
    hash,
    sessionId,
    expiresAt,
  ]);
}

async function findSessions(
  em: EntityManager,
  condition: 'id = ?' | 'member_id = ? and ended_at is null',
  value: string,
): Promise<readonly Session[]> {
  const rows: Row[] = await em.execute(
    `select id, member_id as "memberId", ended_because as because,
       encode(hash, 'hex') as hash, expires_at as "expiresAt"
     from sessions left join refresh_tokens on session_id = id and used_at is null
     where ${condition}`,
    [value],
  );
  return rows.map(toSession);
}

function toSession({ id, memberId, because, hash, expiresAt }: Row): Session {
  if (because) return { id, memberId, status: 'ENDED', because };
  // An open session whose last token was forgotten can't be gone on with.
  if (!hash || !expiresAt) return { id, memberId, status: 'ENDED', because: 'EXPIRED' };
  return { id, memberId, status: 'OPEN', unused: { hash, expiresAt: new Date(expiresAt) } };
}
