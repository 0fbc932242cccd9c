import { type Books, openBooks } from '../faults/books.ts';
import { openHistory } from '../faults/history.ts';
import { breachesOf, type Invariant } from '../faults/invariants.ts';
import type { Place } from './place.ts';

/** Every part's books at a place, laid side by side. */
export function booksOf({ databases, variables }: Place): Books {
  const { REDIS_URL: url } = variables;
  return openBooks({ databases, redis: url === undefined ? undefined : { url } });
}

/** What is wrong in the books of a place at this moment, in words; nothing when all is well. */
export async function faultsIn(place: Place, checked: readonly Invariant[]): Promise<readonly string[]> {
  const books = booksOf(place);
  try {
    const breaches = await breachesOf(books, openHistory(), checked);
    return breaches.flatMap(({ invariant, offenders }) => offenders.map((one) => `${invariant.forbids}: ${one}`));
  } finally {
    await books.close();
  }
}

/** What the provider took for one thing, and gave back. In won. */
export type Charges = { readonly charges: number; readonly charged: number; readonly refunded: number };

/** `id`: of the order, the booking or the purchase, with which the provider's words for it end. */
export async function chargesFor(place: Place, id: string): Promise<Charges> {
  const books = booksOf(place);
  try {
    const [sums] = await books.rows<Charges>(
      'sandbox',
      `select count(*)::int as charges, coalesce(sum(amount), 0)::int as charged, coalesce(sum(refunded), 0)::int as refunded
       from charges where status = 'captured' and right(reference, 36) = '${id}'`,
    );
    return sums ?? { charges: 0, charged: 0, refunded: 0 };
  } finally {
    await books.close();
  }
}
