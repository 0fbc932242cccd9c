import type { EntityManager } from '@mikro-orm/postgresql';
import { type ActionContext, isForgotten, isId } from '@moa/subgraph';
import { type TokenMovement, welcome, welcomeTokens } from '../domain/token-ledger.ts';
import { book, isWelcomed, lockTokenAccount } from '../persistence/token-ledger.ts';

/** Books a movement, whatever the balance. @throws when it was booked before */
export async function moveTokens(em: EntityManager, movement: TokenMovement): Promise<void> {
  await holdTokenAccount(em, movement.memberId);
  await book(em, movement);
}

/**
 * Holds a member's tokens and says how many they can use. The account opens with the tokens that welcome a new member, once, at
 * whatever comes first: the news that they joined, or something of theirs that is here before it. The ledger says whether that has
 * been: an account that an earlier version opened has nothing in it yet.
 */
export async function holdTokenAccount(em: EntityManager, memberId: string): Promise<number> {
  const account = await lockTokenAccount(em, memberId);
  if (account.isWelcomed) return account.balance;
  await book(em, welcome(memberId));
  return account.balance + welcomeTokens;
}

/** So that who has only just joined sees what they have. Nothing opens any more for a member who is gone. */
export async function openTokenAccount(
  { em, transaction }: Pick<ActionContext, 'em' | 'transaction'>,
  memberId: string,
): Promise<void> {
  if (!isId(memberId) || (await isWelcomed(em, memberId))) return;
  await transaction(async (tx) => {
    if (!(await isForgotten(tx, memberId))) await holdTokenAccount(tx, memberId);
  });
}
