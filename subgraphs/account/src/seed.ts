import type { EntityManager } from '@mikro-orm/postgresql';
import { openDatabase } from '@moa/database';
import type { Role } from '@moa/identity';
import { send } from '@moa/outbox';
import type { Logger } from '@moa/telemetry';
import { createPasswords } from './credentials/passwords.ts';
import { normalizeEmail } from './domain/email.ts';
import { database } from './persistence/database.ts';
import { findMembersById } from './persistence/members.ts';

/** A demo account; its id is fixed, so that seeding again changes nothing. */
export type DemoMember = {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly age: number;
  readonly roles: readonly Role[];
};

/** Adds the members that are not there yet, in one transaction; each password is hashed once, whoever shares it. */
export async function seedMembers(url: string, members: readonly DemoMember[], logger: Logger): Promise<void> {
  const orm = await openDatabase(url, database, { logger, poolMax: 2 });
  try {
    const ids = members.map(({ id }) => id);
    const present = new Set((await findMembersById(orm.em.fork(), ids)).map(({ id }) => id));
    const absent = members.filter(({ id }) => !present.has(id));
    if (absent.length === 0) return;
    const hashes = await hashEach(new Set(absent.map(({ password }) => password)));
    await orm.em.fork().transactional((em) => join(em, absent, hashes));
  } finally {
    await orm.close();
  }
}

/**
 * Who shares a demo password shares its hash with it. A salt of one's own hides which members have the same password; of
 * these everybody may know it, and the password itself.
 */
async function hashEach(passwords: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const { hash } = createPasswords();
  return new Map(await Promise.all(Array.from(passwords, async (text) => [text, await hash(text)] as const)));
}

/** Leaves out whose id or e-mail address is somebody's meanwhile. */
async function join(
  em: EntityManager,
  members: readonly DemoMember[],
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = members.map(({ password, ...member }) => ({
    ...member,
    email: normalizeEmail(member.email),
    hash: hashes.get(password),
  }));
  const joined: { readonly id: string; readonly name: string }[] = await em.execute(
    `with demo as (
       select * from jsonb_to_recordset(?::jsonb)
         as demo (id uuid, email text, name text, age integer, roles text[], hash text)
     ), joined as (
       insert into members (id, email, name, age, roles, language, created_at)
       select id, email, name, age, roles, 'KO', clock_timestamp() from demo order by id
       on conflict do nothing returning id, name
     ), secured as (
       insert into passwords (member_id, hash) select id, hash from joined join demo using (id)
     )
     select id, name from joined`,
    [JSON.stringify(rows)],
  );
  await send(
    em,
    joined.map(({ id, name }) => ({
      kind: 'fact',
      fact: { type: 'MemberJoined', version: 1, memberId: id, name, language: 'KO' },
    })),
  );
}
