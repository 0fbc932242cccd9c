import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { type ActionContext, graphError, isId } from '@moa/subgraph';
import { answerOf, hasToken, type Reservation, type ReservationEvent, reservationSaga } from '../domain/reservation.ts';
import { book } from '../persistence/token-ledger.ts';
import { findReservation, putReservation } from '../persistence/token-reservations.ts';
import { holdTokenAccount } from './move-tokens.ts';

type Asked = Pick<Reservation, 'recommendationId' | 'memberId'>;

/**
 * Sets the token aside that a recommendation costs, and says whether it has one. However often this is asked, it is one token; a
 * repeat hears what holds by then. Only plan may ask: domain/access.ts.
 */
export async function reserveToken(context: Pick<ActionContext, 'transaction'>, command: Asked): Promise<boolean> {
  const asked = readIds(command);
  const reservation = await context.transaction((em) => advanceReservation(em, asked, answerOf));
  return hasToken(reservation.state);
}

/**
 * The recommendation is there, or will never be: its token is spent, or goes back. Runs in the transaction that notes the fact
 * as received.
 */
export async function settleReservation(
  em: EntityManager,
  fact: FactOf<'RecommendationReady' | 'RecommendationFailed'>,
): Promise<void> {
  await advanceReservation(em, readIds(fact), () => ({ type: fact.type }));
}

/** Takes a reservation one step on, with all that it books. Gives it as it is then. */
async function advanceReservation(
  em: EntityManager,
  asked: Asked,
  eventOn: (balance: number) => ReservationEvent,
): Promise<Reservation> {
  const balance = await holdTokenAccount(em, asked.memberId);
  const reservation = await findReservation(em, asked);
  if (reservation.memberId !== asked.memberId) {
    throw graphError('BAD_USER_INPUT', `The recommendation ${asked.recommendationId} is another member's.`);
  }
  const step = reservationSaga.next(reservation.state, reservation, eventOn(balance));
  if (!step) return reservation;
  const after = { ...reservation, state: step.to };
  await putReservation(em, after);
  for (const movement of step.commands) await book(em, movement);
  return after;
}

/** Ids as the database writes them, so that one member or recommendation is not taken for two. */
function readIds({ recommendationId, memberId }: Asked): Asked {
  if (!isId(recommendationId) || !isId(memberId)) {
    throw graphError('BAD_USER_INPUT', '`recommendationId` and `memberId` must be ids.');
  }
  return { recommendationId: recommendationId.toLowerCase(), memberId: memberId.toLowerCase() };
}
