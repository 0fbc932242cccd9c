import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '@moa/subgraph';
import type { Member } from '../domain/member.ts';
import type { Profile } from '../domain/update-account.ts';

/** A member and the hash of their password, a PHC string; no hash for who comes in by another way. */
export type Credentials = { readonly member: Member; readonly hash: string | undefined };

/** What the driver gives: moments are text, everything else is as in the domain. */
type Row = Omit<Member, 'createdAt'> & { readonly createdAt: string };
type CredentialsRow = Row & { readonly hash: string | null };

const columns = `id, email, name, age, roles, language, created_at as "createdAt"`;

const toMember = (row: Row): Member => ({ ...row, createdAt: new Date(row.createdAt) });

const toCredentials = ({ hash, ...row }: CredentialsRow): Credentials => ({
  member: toMember(row),
  hash: hash ?? undefined,
});

/** The members that exist among `ids`, in any order. Who left does not. */
export async function findMembersById(em: EntityManager, ids: readonly string[]): Promise<readonly Member[]> {
  const rows: Row[] = await em.execute(
    `select ${columns} from members where id = any(?::uuid[]) and deleted_at is null`,
    [uuidArray(ids)],
  );
  return rows.map(toMember);
}

/** The member with this normalized e-mail address. */
export async function findCredentials(em: EntityManager, email: string): Promise<Credentials | null> {
  const rows: CredentialsRow[] = await em.execute(
    `select ${columns}, hash from members left join passwords on member_id = id where lower(email) = lower(?)`,
    [email],
  );
  return rows[0] ? toCredentials(rows[0]) : null;
}

/** The member with this id; null for who left. */
export async function findCredentialsById(em: EntityManager, id: string): Promise<Credentials | null> {
  const rows: CredentialsRow[] = await em.execute(
    `select ${columns}, hash from members left join passwords on member_id = id where id = ? and deleted_at is null`,
    [id],
  );
  return rows[0] ? toCredentials(rows[0]) : null;
}

/**
 * The member, held to the end of the transaction: `share` keeps them and their password as they are, `update` is for who
 * changes them. Null for who left.
 */
export async function lockMember(em: EntityManager, id: string, mode: 'share' | 'update'): Promise<Credentials | null> {
  const held: unknown[] = await em.execute(
    `select id from members where id = ? and deleted_at is null for ${mode === 'share' ? 'share' : 'update'}`,
    [id],
  );
  return held.length === 0 ? null : findCredentialsById(em, id);
}

/**
 * Stores a new member, with a password unless they come in by another way. False when the e-mail address is somebody's
 * already; a simultaneous twin is waited for.
 */
export async function addMember(em: EntityManager, member: Member, hash?: string): Promise<boolean> {
  const { id, email, name, age, roles, language, createdAt } = member;
  const rows: unknown[] = await em.execute(
    `insert into members (id, email, name, age, roles, language, created_at) values (?, ?, ?, ?, ?::text[], ?, ?)
     on conflict do nothing returning id`,
    [id, email, name, age, `{${roles.join(',')}}`, language, createdAt],
  );
  if (rows.length === 0) return false;
  if (hash !== undefined) await putPassword(em, id, hash);
  return true;
}

/** Stores what changed of a locked member; says which version of them this is. */
export async function updateMember(
  em: EntityManager,
  before: Member,
  changes: Profile,
): Promise<{ readonly member: Member; readonly version: number }> {
  const member = { ...before, ...changes };
  const rows: { readonly version: number }[] = await em.execute(
    'update members set name = ?, age = ?, language = ?, version = version + 1 where id = ? returning version',
    [member.name, member.age, member.language, member.id],
  );
  if (!rows[0]) throw new Error(`There is no member ${member.id} to change.`);
  return { member, version: rows[0].version };
}

export async function putPassword(em: EntityManager, memberId: string, hash: string): Promise<void> {
  await em.execute(
    'insert into passwords (member_id, hash) values (?, ?) on conflict (member_id) do update set hash = excluded.hash',
    [memberId, hash],
  );
}

export async function removePassword(em: EntityManager, memberId: string): Promise<void> {
  await em.execute('delete from passwords where member_id = ?', [memberId]);
}

/** Takes everything personal from a locked member but the id; says which version of them this is, the last. */
export async function eraseMember(em: EntityManager, id: string, now: Date): Promise<number> {
  await removePassword(em, id);
  const rows: { readonly version: number }[] = await em.execute(
    `update members set email = null, name = null, age = null, roles = '{}', language = 'KO', deleted_at = ?,
       version = version + 1
     where id = ? returning version`,
    [now, id],
  );
  if (!rows[0]) throw new Error(`There is no member ${id} to erase.`);
  return rows[0].version;
}
