import { openDatabase } from '@moa/database';
import type { Role } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { createPasswords } from './credentials/passwords.ts';
import { normalizeEmail } from './domain/email.ts';
import { database } from './persistence/database.ts';
import { addMember, findMembersById } from './persistence/members.ts';

/** A demo account; its id is fixed, so that seeding again changes nothing. */
export type DemoMember = {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly age: number;
  readonly roles: readonly Role[];
};

/** Adds the members that are not there yet; only their passwords are hashed. */
export async function seedMembers(url: string, members: readonly DemoMember[], logger: Logger): Promise<void> {
  const orm = await openDatabase(url, database, { logger, poolMax: 2 });
  const passwords = createPasswords();
  const add = async ({ password, ...member }: DemoMember): Promise<void> => {
    const hash = await passwords.hash(password);
    const joining = { ...member, email: normalizeEmail(member.email), language: 'KO' as const, createdAt: new Date() };
    await orm.em.fork().transactional((em) => addMember(em, joining, hash));
  };
  try {
    const present = await findMembersById(
      orm.em.fork(),
      members.map(({ id }) => id),
    );
    const ids = new Set(present.map(({ id }) => id));
    await Promise.all(members.filter(({ id }) => !ids.has(id)).map(add));
  } finally {
    await orm.close();
  }
}
