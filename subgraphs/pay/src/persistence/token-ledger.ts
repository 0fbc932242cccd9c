import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, type PageRequest } from '@moa/subgraph';
import { changeOf, type TokenEntry, type TokenMovement } from '../domain/token-ledger.ts';

/** An account that is held. `isWelcomed`: the tokens that welcome its member are booked. */
export type HeldTokenAccount = { readonly balance: number; readonly isWelcomed: boolean };

/**
 * Holds a member's tokens to the end of the transaction, in an account that is empty when there was none. Whoever moves some does
 * this first, in a statement of its own, so that what they see next is what the one before them left.
 */
export async function lockTokenAccount(em: EntityManager, memberId: string): Promise<HeldTokenAccount> {
  // An update of nothing holds the row that is there already.
  await em.execute(
    `insert into token_accounts (member_id) values (?)
     on conflict (member_id) do update set member_id = excluded.member_id where false`,
    [memberId],
  );
  const [row]: HeldTokenAccount[] = await em.execute(
    `select balance, exists (
       select from token_entries where kind = 'WELCOME' and reference = held.member_id and account = 'MEMBER'
     ) as "isWelcomed"
     from token_accounts held where member_id = ?`,
    [memberId],
  );
  if (!row) throw new Error(`The token account of ${memberId} is there and yet it is not.`);
  return row;
}

/**
 * Books a movement of an account that is held: both of its lines and the balance, in one statement.
 * @throws when the member has not as many, or when it was booked before; the table lets nobody do that
 */
export async function book(em: EntityManager, movement: TokenMovement): Promise<void> {
  const { kind, memberId, from, to, amount, reference } = movement;
  const rows: unknown[] = await em.execute(
    `with account as (
       update token_accounts set balance = balance + ?::integer, movements = movements + 1
       where member_id = ? returning member_id, movements, gen_random_uuid() as movement_id
     )
     insert into token_entries (movement_id, account, member_id, number, kind, reference, amount)
     select movement_id, line.account, member_id, movements, ?, ?, line.amount
     from account, (values (?, -?::integer), (?, ?::integer)) as line (account, amount)
     returning account`,
    [changeOf(movement), memberId, kind, reference, from, amount, to, amount],
  );
  if (rows.length !== 2) throw new Error(`There is no token account of ${memberId} for ${kind} ${reference}.`);
}

/** Whether the tokens that welcome a member are booked by now. Not held: no may be yes in a moment, yes stays. */
export async function isWelcomed(em: EntityManager, memberId: string): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `select from token_entries where kind = 'WELCOME' and reference = ? and account = 'MEMBER'`,
    [memberId],
  );
  return rows.length === 1;
}

/** The tokens that a member can use. */
export async function balanceOf(em: EntityManager, memberId: string): Promise<number> {
  if (!isId(memberId)) return 0;
  const [row]: { readonly balance: number }[] = await em.execute(
    'select balance from token_accounts where member_id = ?',
    [memberId],
  );
  return row?.balance ?? 0;
}

type Row = Omit<TokenEntry, 'createdAt'> & { readonly createdAt: string };

/** What happened to a member's tokens, the newest first, one more than asked for. The page's key is an entry's number. */
export async function findTokenEntriesOf(
  em: EntityManager,
  memberId: string,
  page: PageRequest,
): Promise<readonly TokenEntry[]> {
  if (!isId(memberId)) return [];
  const rows: Row[] = await em.execute(
    `select movement_id as id, number, kind, amount, reference, created_at as "createdAt" from token_entries
     where account = 'MEMBER' and member_id = ? and number < ?::integer
     order by number desc limit ?`,
    [memberId, page.after ?? highestNumber, page.first + 1],
  );
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}

const highestNumber = 2_147_483_647;

/** Whether the text can be the number of an entry. */
export const isEntryNumber = (text: string): boolean => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= highestNumber;
