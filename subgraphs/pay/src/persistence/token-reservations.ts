import type { EntityManager } from '@mikro-orm/postgresql';
import type { Reservation, ReservationState } from '../domain/reservation.ts';

type Row = { readonly memberId: string; readonly state: Exclude<ReservationState, 'NONE'> };

/** What was heard of the token for a recommendation. Its member's token account is held: nobody else changes it meanwhile. */
export async function findReservation(
  em: EntityManager,
  asked: Pick<Reservation, 'recommendationId' | 'memberId'>,
): Promise<Reservation> {
  const { recommendationId } = asked;
  const [row]: Row[] = await em.execute(
    'select member_id as "memberId", state from token_reservations where recommendation_id = ?',
    [recommendationId],
  );
  return row ? { recommendationId, ...row } : { ...asked, state: 'NONE' };
}

export async function putReservation(em: EntityManager, reservation: Reservation): Promise<void> {
  await em.execute(
    `insert into token_reservations (recommendation_id, member_id, state) values (?, ?, ?)
     on conflict (recommendation_id) do update set state = excluded.state`,
    [reservation.recommendationId, reservation.memberId, reservation.state],
  );
}
