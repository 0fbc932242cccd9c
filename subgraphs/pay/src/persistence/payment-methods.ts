import type { EntityManager } from '@mikro-orm/postgresql';
import { isForgotten, isId } from '@moa/subgraph';
import type { PaymentMethod } from '../domain/payment-method.ts';

type Row = Omit<PaymentMethod, 'createdAt'> & { readonly createdAt: string };

/** Never the provider's token. */
const columns = `id, member_id as "memberId", label, created_at as "createdAt"`;

const fromRow = (row: Row): PaymentMethod => ({ ...row, createdAt: new Date(row.createdAt) });

/** For a payment to come: one whose member is gone is not there, and until the transaction ends none goes. */
export async function findPaymentMethod(em: EntityManager, id: string): Promise<PaymentMethod | null> {
  const rows: Row[] = await em.execute(
    `select ${columns} from payment_methods where id = ? and not is_forgotten(member_id)`,
    [id],
  );
  return rows[0] ? fromRow(rows[0]) : null;
}

/**
 * Keeps what a member can be charged with from being erased, to the end of the transaction. A statement of its own: what comes
 * after it sees what it has waited for.
 */
export async function holdPaymentMethodsOf(em: EntityManager, memberId: string): Promise<void> {
  await isForgotten(em, memberId);
}

/**
 * For a ride's fare, as long as it is there at all: the customer's own of that id, or the one that they saved first. When the
 * ride was refused before, the one of theirs comes first that was refused for it the fewest times: so a customer whose card is
 * declined saves another one, and the driver ends the ride again.
 */
export async function findPaymentMethodForRide(
  em: EntityManager,
  { rideId, customerId, id }: { readonly rideId: string; readonly customerId: string; readonly id: string | null },
): Promise<PaymentMethod | null> {
  const rows: Row[] = await em.execute(
    `with refused as (select payment_method_id from payments where ride_id = ? and state = 'REFUSED')
     select ${columns} from payment_methods
     where member_id = ? and (id = coalesce(?::uuid, id) or exists (select from refused))
     order by (select count(*) from refused where payment_method_id = payment_methods.id),
       id = ?::uuid desc nulls last, created_at, id
     limit 1`,
    [rideId, customerId, id, id],
  );
  return rows[0] ? fromRow(rows[0]) : null;
}

/** A member's payment methods, the oldest first; none of one who is gone. */
export async function findPaymentMethodsOf(em: EntityManager, memberId: string): Promise<readonly PaymentMethod[]> {
  if (!isId(memberId)) return [];
  const rows: Row[] = await em.execute(
    `select ${columns} from payment_methods method
     where member_id = ? and not exists (select from forgotten_members gone where gone.member_id = method.member_id)
     order by created_at, id`,
    [memberId],
  );
  return rows.map(fromRow);
}

/** Holds a member's payment methods to the end of the transaction: nobody else adds one meanwhile. */
export async function lockPaymentMethodsOf(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('payment methods of ' || ?::text, 0))`, [memberId]);
}

/** The payment method that a member saved with this token before. */
export async function findByProviderToken(
  em: EntityManager,
  memberId: string,
  providerToken: string,
): Promise<PaymentMethod | null> {
  const rows: Row[] = await em.execute(
    `select ${columns} from payment_methods where member_id = ? and provider_token = ?`,
    [memberId, providerToken],
  );
  return rows[0] ? fromRow(rows[0]) : null;
}

export async function addPaymentMethod(
  em: EntityManager,
  { id, memberId, label, createdAt }: PaymentMethod,
  providerToken: string,
): Promise<void> {
  await em.execute(
    'insert into payment_methods (id, member_id, provider_token, label, created_at) values (?, ?, ?, ?, ?)',
    [id, memberId, providerToken, label, createdAt],
  );
}

/** Deletes what a member could pay with, but for what is still to be charged, and says how many of those are left. */
export async function removePaymentMethodsOf(em: EntityManager, memberId: string): Promise<number> {
  await em.execute(
    `delete from payment_methods method where member_id = ? and not exists (
       select from payments where payer_id = method.member_id and payment_method_id = method.id and state in ('PENDING', 'VOIDING'))`,
    [memberId],
  );
  const left: unknown[] = await em.execute('select from payment_methods where member_id = ?', [memberId]);
  return left.length;
}

/** What the provider knows a payment method by. @throws when there is none of that id, as no payment that is to be charged can name */
export async function providerTokenOf(em: EntityManager, id: string): Promise<string> {
  const rows: { readonly token: string }[] = await em.execute(
    'select provider_token as token from payment_methods where id = ?',
    [id],
  );
  if (!rows[0]) throw new Error(`There is no payment method ${id}.`);
  return rows[0].token;
}
