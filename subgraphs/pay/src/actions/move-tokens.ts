import type { EntityManager } from '@mikro-orm/postgresql';
import { type TokenMovement, welcome } from '../domain/token-ledger.ts';
import { book, isBooked, lockTokenAccount } from '../persistence/token-ledger.ts';

/** Books a movement, whatever the balance. @throws when it was booked before */
export async function moveTokens(em: EntityManager, movement: TokenMovement): Promise<void> {
  await lockTokenAccount(em, movement.memberId);
  await book(em, movement);
}

/** Gives a new member their first tokens, however often this is heard. Runs in the transaction that notes the fact as received. */
export async function welcomeMember(em: EntityManager, memberId: string): Promise<void> {
  const gift = welcome(memberId);
  await lockTokenAccount(em, memberId);
  if (!(await isBooked(em, gift))) await book(em, gift);
}
