import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '@moa/contracts';
import { RecipientRow } from './recipient-row.ts';

export type Profile = {
  readonly memberId: string;
  /** The member's version. */
  readonly version: number;
  readonly name: string;
  readonly language: Language;
};

/** What is counted of a mailbox; zeros for who was never told anything. */
export type Counts = { readonly lastNumber: number; readonly unreadCount: number };

/** Keeps the newest that is known of a member; nothing of who has left. */
export async function putProfile(em: EntityManager, { memberId, version, name, language }: Profile): Promise<void> {
  await em.execute(
    `insert into recipients as r (id, profile_version, name, language) values (?, ?, ?, ?)
     on conflict (id) do update set profile_version = excluded.profile_version, name = excluded.name, language = excluded.language
     where r.profile_version < excluded.profile_version and not r.is_forgotten`,
    [memberId, version, name, language],
  );
}

export async function findCounts(em: EntityManager, id: string): Promise<Counts> {
  const [row]: Counts[] = await em.execute(
    'select last_number as "lastNumber", unread_count as "unreadCount" from recipients where id = ?',
    [id],
  );
  return row ?? { lastNumber: 0, unreadCount: 0 };
}

/** Holds a mailbox to the end of the transaction: nothing is added to it and nothing in it marked meanwhile. */
export async function lockMailbox(em: EntityManager, id: string): Promise<Counts> {
  const row = await em.findOne(RecipientRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return row ?? { lastNumber: 0, unreadCount: 0 };
}

/** Keeps of a member the id alone, and their mailbox shut. */
export async function forgetRecipient(em: EntityManager, id: string): Promise<void> {
  await em.execute(
    `insert into recipients (id, is_forgotten) values (?, true)
     on conflict (id) do update set is_forgotten = true, name = '', language = 'KO', last_number = 0, unread_count = 0`,
    [id],
  );
}
