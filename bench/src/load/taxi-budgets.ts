import type { BookingsResult } from '../taxi/bookings.ts';
import type { Books } from '../taxi/books.ts';
import type { FaresResult } from '../taxi/fares.ts';
import type { Budget } from './budget.ts';

/** Rounds in which all rides end at once, and what the books say when all is over. */
export type PaidFares = { readonly fares: readonly FaresResult[]; readonly books: Books };

export const bookingBudgets: readonly Budget<BookingsResult>[] = [
  {
    goal: '99.99 % of the calls are answered within 60 s',
    is: 'at least',
    limit: 99.99,
    unit: '%',
    of: ({ answerMs, unanswered }) => (100 * answerMs.length) / (answerMs.length + unanswered),
  },
];

/** An answer to the end of a ride takes at most this long. */
const payWithinMs = 5_000;

export const payBudgets: readonly Budget<PaidFares>[] = [
  {
    goal: `every answer within ${payWithinMs / 1_000} s`,
    is: 'at most',
    limit: payWithinMs,
    unit: 'ms',
    of: ({ fares }) => Math.max(...fares.flatMap(({ answerMs }) => answerMs)),
  },
  {
    goal: 'every ride is paid, and once',
    is: 'at most',
    limit: 0,
    unit: 'wrongly',
    of: ({ fares, books }) =>
      total(fares, ({ rides, kinds }) => rides - (kinds.get('paid') ?? 0)) + books.wronglyCharged,
  },
  {
    goal: 'the breaker opens',
    is: 'at least',
    limit: 1,
    unit: 'times',
    of: ({ fares }) => total(fares, ({ breaker }) => breaker.openings),
  },
  {
    goal: 'the breaker closes as often',
    is: 'at most',
    limit: 0,
    unit: 'left open',
    of: ({ fares }) => total(fares, ({ breaker }) => breaker.openings - breaker.closings),
  },
];

const total = (fares: readonly FaresResult[], of: (round: FaresResult) => number): number =>
  fares.reduce((sum, round) => sum + of(round), 0);
