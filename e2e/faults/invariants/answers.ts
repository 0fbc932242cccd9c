import type { Book, Books } from '../books.ts';
import { acceptedOf, type History, type Operation } from '../history.ts';
import type { Wish } from '../workload/wishes.ts';
import type { Invariant } from './invariant.ts';

/** What stands in the books of what a member was told has happened: the operation, where, and as which words. */
type Trace = {
  readonly what: Wish;
  readonly book: Book;
  readonly query: string;
  readonly words: (operation: Operation & { readonly outcome: { readonly id: string } }) => string;
};

const made = (what: Wish, book: Book, table: string): Trace => ({
  what,
  book,
  query: `select id from ${table}`,
  words: ({ outcome }) => outcome.id,
});

const traces: readonly Trace[] = [
  made('placeOrder', 'order', 'orders'),
  made('requestTaxi', 'taxi', 'bookings'),
  made('requestRecommendation', 'plan', 'recommendations'),
  made('buyTokens', 'pay', 'token_purchases'),
  made('savePaymentMethod', 'pay', 'payment_methods'),
  made('createPlan', 'plan', 'plans'),
  made('cancelOrder', 'order', `orders where status = 'CANCELLED'`),
  made('completeDelivery', 'delivery', `deliveries where status = 'COMPLETED'`),
  made('startRide', 'taxi', 'bookings where started_at is not null'),
  made('endRide', 'taxi', `bookings where status = 'COMPLETED'`),
  // A driver who had the customer in the car already won.
  made('cancelTaxi', 'taxi', 'bookings where coalesce(cancel_requested_at, cancelled_at, started_at) is not null'),
  {
    what: 'acceptDelivery',
    book: 'delivery',
    query: `select concat_ws(' ', id, courier_id) from deliveries`,
    words: ({ outcome, by }) => `${outcome.id} ${by}`,
  },
  {
    what: 'acceptRide',
    book: 'taxi',
    query: `select concat_ws(' ', id, driver_id) from bookings`,
    words: ({ outcome, by }) => `${outcome.id} ${by}`,
  },
];

async function untraced(books: Books, history: History): Promise<readonly string[]> {
  const each = traces.map(async ({ what, book, query, words }) => {
    // The history first: what it says by now must be in the books by now.
    const told = acceptedOf(history, what).map(words);
    const known = new Set(told.length > 0 ? await books.lines(book, query) : []);
    return told.filter((line) => !known.has(line)).map((line) => `${what} ${line}`);
  });
  return (await Promise.all(each)).flat();
}

/** The answers that came to each key, in the order in which they came. */
function answersByKey({ operations }: History): ReadonlyMap<string, readonly Operation[]> {
  const answered = operations
    .filter(({ key, outcome }) => key !== undefined && outcome !== undefined && outcome.kind !== 'unknown')
    .toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0));
  return Map.groupBy(answered, ({ what, by, key }) => `${what} ${by} ${key}`);
}

const resultOf = ({ outcome }: Operation): string | undefined =>
  outcome?.kind === 'unknown' ? undefined : outcome?.id;

async function severalResults(_books: Books, history: History): Promise<readonly string[]> {
  const offenders: string[] = [];
  for (const [key, answers] of answersByKey(history)) {
    const results = new Set(answers.map(resultOf).filter((id) => id !== undefined));
    if (results.size > 1) offenders.push(`${key}: ${[...results].join(', ')}`);
  }
  return offenders;
}

async function takenBack(_books: Books, history: History): Promise<readonly string[]> {
  const offenders: string[] = [];
  for (const [key, answers] of answersByKey(history)) {
    const granted = answers.find((answer) => resultOf(answer) !== undefined);
    const refused = answers.find(
      (answer) => resultOf(answer) === undefined && granted?.until !== undefined && answer.at > granted.until,
    );
    if (refused) offenders.push(`${key}: ${JSON.stringify(refused.outcome)}`);
  }
  return offenders;
}

/** What people were told, against what is so. */
export const answerInvariants: readonly Invariant[] = [
  {
    name: 'nothing-accepted-is-lost',
    forbids: 'something that somebody was told has happened, and that did not',
    promise: 'N1',
    holds: 'always',
    offenders: untraced,
    spoil: { book: 'order', statement: `update orders set status = 'PAID', reason = null where status = 'CANCELLED'` },
  },
  {
    name: 'one-result-per-key',
    forbids: 'an idempotency key that gave two results',
    promise: 'N1',
    holds: 'always',
    offenders: severalResults,
    spoil: {
      told: (history) => ({
        ...history,
        operations: history.operations.flatMap((operation) =>
          operation.key !== undefined && operation.outcome?.kind === 'accepted'
            ? [operation, { ...operation, outcome: { kind: 'accepted', id: 'another' } }]
            : [operation],
        ),
      }),
    },
  },
  {
    name: 'no-result-is-taken-back',
    forbids: 'an idempotency key that gave a result and later none',
    promise: 'N1',
    holds: 'always',
    offenders: takenBack,
    spoil: {
      told: (history) => ({
        ...history,
        operations: history.operations.flatMap((operation) =>
          operation.key !== undefined && operation.outcome?.kind === 'accepted'
            ? [
                operation,
                {
                  ...operation,
                  at: (operation.until ?? 0) + 1,
                  until: (operation.until ?? 0) + 2,
                  outcome: { kind: 'refused', code: 'ANY' },
                },
              ]
            : [operation],
        ),
      }),
    },
  },
];
