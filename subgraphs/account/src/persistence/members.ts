import type { EntityManager } from '@mikro-orm/postgresql';
import { isId } from '@moa/subgraph';
import type { Member } from '../domain/member.ts';

/** What the driver gives: moments are text, everything else is as in the domain. */
type Row = Omit<Member, 'createdAt'> & { readonly createdAt: string };

const columns = `id, email, name, age, roles, created_at as "createdAt"`;

const toMember = (row: Row): Member => ({ ...row, createdAt: new Date(row.createdAt) });

/** The members that exist among `ids`, in any order. */
export async function findMembersById(em: EntityManager, ids: readonly string[]): Promise<readonly Member[]> {
  const rows: Row[] = await em.execute(`select ${columns} from members where id = any(?::uuid[])`, [
    `{${ids.filter(isId).join(',')}}`,
  ]);
  return rows.map(toMember);
}

/**
 * The member with this normalized e-mail address and the hash of their password, a PHC string; no hash for who comes in by
 * another way.
 */
export async function findCredentials(
  em: EntityManager,
  email: string,
): Promise<{ readonly member: Member; readonly hash: string | undefined } | null> {
  const rows: (Row & { readonly hash: string | null })[] = await em.execute(
    `select ${columns}, hash from members left join passwords on member_id = id where lower(email) = lower(?)`,
    [email],
  );
  if (!rows[0]) return null;
  const { hash, ...row } = rows[0];
  return { member: toMember(row), hash: hash ?? undefined };
}

/** Stores a new member with a password. False when the e-mail address is somebody's already; a simultaneous twin is waited for. */
export async function addMember(em: EntityManager, member: Member, hash: string): Promise<boolean> {
  const { id, email, name, age, roles, createdAt } = member;
  const rows: unknown[] = await em.execute(
    `insert into members (id, email, name, age, roles, created_at) values (?, ?, ?, ?, ?::text[], ?)
     on conflict (lower(email)) do nothing returning id`,
    [id, email, name, age, `{${roles.join(',')}}`, createdAt],
  );
  if (rows.length === 0) return false;
  await em.execute('insert into passwords (member_id, hash) values (?, ?)', [id, hash]);
  return true;
}
